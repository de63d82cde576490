#!/usr/bin/env python3
"""The browser's module beside the same core natively, on one thread: the same work in turns.

    browser.py MODULE NAME=BINARY... [--repetitions N]

MODULE is LabCore.wasm; each BINARY is a `nabla-bench` built for some instructions. Prints medians and ratios. Fails if
the sums of the results differ by a bit.
"""

import argparse
import base64
import json
import statistics
import subprocess
import sys

from playwright.sync_api import sync_playwright

# The work of the module, the row of `nabla-bench` that does the same, what it is, and how many points it has.
WORKS = [
    (0, "module", "sin(x)cos(y) + exp(-(x²+y²)), Double", 1_000_000, 5),
    (1, "mover-float", "one RK4 step of (½ sin 1.7x − y, ½ sin 1.3y + x), Float", 100_000, 10),
    (2, "mover-double", "one RK4 step of (½ sin 1.7x − y, ½ sin 1.3y + x), Double", 100_000, 10),
]
PAGE = """async ([text, work, count, times]) => {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const { instance } = await WebAssembly.instantiate(bytes, {});
  const core = instance.exports;
  core._initialize?.();
  core.lab_speed_prepare(work, count);
  core.lab_speed_run();
  window.turn = () => {
    const start = performance.now();
    for (let i = 0; i < times; i += 1) core.lab_speed_run();
    return (performance.now() - start) / 1e3 / times;
  };
  window.sum = () => core.lab_speed_sum();
}"""


def native(binary, row, count):
    command = [binary, row, "--turns", "--size", str(count)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
    process.stdout.readline()
    return process


def turn(process):
    process.stdin.write("\n")
    return json.loads(process.stdout.readline())["seconds"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("module")
    parser.add_argument("builds", nargs="+", metavar="NAME=BINARY")
    parser.add_argument("--repetitions", type=int, default=15)
    options = parser.parse_args()
    builds = dict(build.split("=", 1) for build in options.builds)
    with open(options.module, "rb") as file:
        text = base64.b64encode(file.read()).decode()
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        same = [measure(page, text, builds, options.repetitions, *work) for work in WORKS]
        browser.close()
    if not all(same):
        sys.exit("the sums differ")


def measure(page, text, builds, repetitions, work, row, name, count, times):
    """Times one work in turns, prints it, and says whether all builds computed the same."""
    page.evaluate(PAGE, [text, work, count, times])
    processes = {build: native(binary, row, count) for build, binary in builds.items()}
    seconds = {build: [] for build in ["module", *builds]}
    for _ in range(repetitions):
        seconds["module"].append(page.evaluate("() => turn()"))
        for build, process in processes.items():
            seconds[build].append(turn(process))
    total = page.evaluate("() => sum()")
    sums = {}
    for build, process in processes.items():
        process.stdin.close()
        sums[build] = json.loads(process.stdout.readline())["check"]["sum"]
        process.wait()
    medians = {build: statistics.median(found) for build, found in seconds.items()}
    print(f"{name}, {count:.0e} points, one thread; medians (and least) of {repetitions}")
    for build, found in seconds.items():
        ratio = "" if build == "module" else f"   module/{build} {medians['module'] / medians[build]:.2f}"
        print(f"{build:10} {1e3 * medians[build]:6.2f} ms ({1e3 * min(found):.2f} ms){ratio}")
    same = all(value == total for value in sums.values())
    print("same: the sums agree to the last bit" if same else f"the sums differ: {total} in the browser, {sums}")
    return same


if __name__ == "__main__":
    main()
