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

COUNT = 1_000_000
PAGE = """async ([text, count]) => {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const { instance } = await WebAssembly.instantiate(bytes, {});
  const core = instance.exports;
  core._initialize?.();
  core.lab_speed_prepare(count);
  core.lab_speed_run();
  window.turn = () => {
    const start = performance.now();
    for (let i = 0; i < 5; i += 1) core.lab_speed_run();
    return (performance.now() - start) / 5e3;
  };
  return core.lab_speed_sum();
}"""


def native(binary):
    command = [binary, "module", "--turns", "--size", str(COUNT)]
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
        total = page.evaluate(PAGE, [text, COUNT])
        processes = {name: native(binary) for name, binary in builds.items()}
        seconds = {name: [] for name in ["module", *builds]}
        for _ in range(options.repetitions):
            seconds["module"].append(page.evaluate("() => turn()"))
            for name, process in processes.items():
                seconds[name].append(turn(process))
        browser.close()
    sums = {}
    for name, process in processes.items():
        process.stdin.close()
        sums[name] = json.loads(process.stdout.readline())["check"]["sum"]
        process.wait()
    medians = {name: statistics.median(times) for name, times in seconds.items()}
    print(f"sin(x)cos(y) + exp(-(x²+y²)), {COUNT:.0e} points, Double, one thread; medians (and least) of {options.repetitions}")
    for name, times in seconds.items():
        ratio = "" if name == "module" else f"   module/{name} {medians['module'] / medians[name]:.2f}"
        print(f"{name:10} {1e3 * medians[name]:6.2f} ms ({1e3 * min(times):.2f} ms){ratio}")
    if any(value != total for value in sums.values()):
        sys.exit(f"the sums differ: {total} in the browser, {sums}")
    print("same: the sums agree to the last bit")


if __name__ == "__main__":
    main()
