#!/usr/bin/env python3
"""Nabla beside its peers: the same work, in turns, in one run, with the same results.

    bench.py [--row NAME]... [--quick] [--repetitions N] [--json FILE] [--binary PATH]

Prints a table of medians, the least time in parentheses. `ratio` is the peer's median over ours: above 1 we are
faster. `floor` is what the machine could do at best, from a streaming copy and a bare logarithm that take their turns
with the rest. Fails if a result differs.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time

import peers

HERE = os.path.dirname(os.path.abspath(__file__))
BINARY = os.path.join(HERE, ".build", "release", "nabla-bench")


class Ours:
    """A running `nabla-bench` that does one repetition when it is its turn."""

    def __init__(self, binary, row, arguments, output=None):
        command = [binary, row, "--turns", *arguments]
        if output:
            command += ["--output", output]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        self.output = output
        self.read()

    def read(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"{' '.join(self.process.args)} ended with code {self.process.wait()}")
        return json.loads(line)

    def repetition(self):
        self.process.stdin.write("\n")
        return self.read()["seconds"]

    def finish(self):
        """The numbers to check, and the result."""
        self.process.stdin.close()
        check = self.read()["check"]
        if self.process.wait() != 0:
            sys.exit(f"{' '.join(self.process.args)} failed")
        if not self.output:
            return check, b""
        with open(self.output, "rb") as file:
            return check, file.read()


def repetition(work, iterations):
    """The seconds of one run of a peer; its result is freed outside the clock."""
    results = []
    start = time.perf_counter()
    for _ in range(iterations):
        results.append(work())
    return (time.perf_counter() - start) / iterations


def measure(row, options, directory):
    """All runners of a row in turns: a dictionary of the seconds of each, and what the comparisons found."""
    size = row.size // 10 if options.quick and row.size >= 1_000_000 else row.size
    peer = row(size)
    sized = ["--size", str(size)]
    ours = {}
    for index, (name, arguments) in enumerate(row.variants.items()):
        output = os.path.join(directory, f"{row.name}-{index}") if row.needs_result else None
        ours[name] = Ours(options.binary, row.name, sized + arguments, output)
    machine = {name: Ours(options.binary, name, []) for name in ("copy", "log", "log-float")}
    runners = {name: runner.repetition for name, runner in ours.items()}
    for name, work in peer.peers.items():
        work()
        runners[name] = lambda work=work: repetition(work, row.iterations)
    for name, runner in machine.items():
        runners[name] = runner.repetition
    seconds = {name: [] for name in runners}
    for _ in range(options.repetitions):
        for name, runner in runners.items():
            seconds[name].append(runner())
    for runner in machine.values():
        runner.finish()
    outcomes = {}
    for name, runner in ours.items():
        check, result = runner.finish()
        outcomes[name] = peer.compare(check, result)
        if runner.output:
            os.remove(runner.output)
    return peer, seconds, outcomes


def report(row, peer, seconds, outcomes):
    """A row of the table for each of our variants, as a dictionary."""
    medians = {name: statistics.median(times) for name, times in seconds.items()}
    # The least time is the machine undisturbed: what it can do at best.
    machine = {
        "copy": 16 * 10_000_000 / min(seconds["copy"]),
        "log": 10_000_000 / min(seconds["log"]),
        "log-float": 10_000_000 / min(seconds["log-float"]),
    }
    lines = []
    for name, outcome in outcomes.items():
        threads = 2 if "2 threads" in name else 1
        lines.append(
            {
                "row": row.name,
                "work": peer.work,
                "ours": name,
                "seconds": medians[name],
                "least": min(seconds[name]),
                "peers": {
                    other: {
                        "seconds": medians[other],
                        "least": min(seconds[other]),
                        "ratio": medians[other] / medians[name],
                    }
                    for other in peer.peers
                },
                "floor": peer.floor(machine, threads),
                "passed": outcome.passed,
                "check": outcome.text,
                "machine": machine,
                "repetitions": {key: seconds[key] for key in seconds},
            }
        )
    return lines


def duration(seconds):
    """A time for people."""
    if seconds is None:
        return "–"
    return f"{seconds * 1e3:.3g} ms" if seconds < 1 else f"{seconds:.3g} s"


def spread(measured):
    """A median and, in parentheses, the least time: far apart when others use the machine."""
    return f"{duration(measured['seconds'])} ({duration(measured['least'])})"


def table(lines):
    """The lines as text of aligned columns."""
    cells = [("row", "ours", "peer", "ratio", "floor", "ours/floor")]
    for line in lines:
        for index, (name, peer) in enumerate(line["peers"].items()):
            first = index == 0
            variant = line["ours"].removeprefix("ours").lstrip(", ")
            label = line["row"] + (f" ({variant})" if variant else "")
            over = "–" if line["floor"] is None else f"{line['seconds'] / line['floor']:.1f}"
            cells.append(
                (
                    label if first else "",
                    spread(line) if first else "",
                    f"{name}: {spread(peer)}",
                    f"{peer['ratio']:.2f}",
                    duration(line["floor"]) if first else "",
                    over if first else "",
                )
            )
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    text = []
    for index, row in enumerate(cells):
        text.append("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
        if index == 0:
            text.append("  ".join("-" * width for width in widths))
    return "\n".join(text)


def main():
    names = [row.name for row in peers.ROWS]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--row", action="append", choices=names, help="only this row; may be repeated")
    parser.add_argument("--quick", action="store_true", help="a tenth of the work, to see that all is well")
    parser.add_argument("--repetitions", type=int, default=9, help="how often each is timed (default 9, at least 7)")
    parser.add_argument("--json", metavar="FILE", help="writes all that was measured; - for standard output")
    parser.add_argument("--binary", default=BINARY, help="the nabla-bench to run")
    options = parser.parse_args()
    options.repetitions = max(options.repetitions, 7)
    lines = []
    with tempfile.TemporaryDirectory() as directory:
        for row in peers.ROWS:
            if options.row and row.name not in options.row:
                continue
            print(f"{row.name} …", file=sys.stderr, flush=True)
            lines += report(row, *measure(row, options, directory))
    if options.json == "-":
        json.dump(lines, sys.stdout, indent=1)
        print()
    else:
        print_report(lines, options)
    if options.json and options.json != "-":
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(lines, file, indent=1)
    if not all(line["passed"] for line in lines):
        sys.exit("a result differs from the peer's")


def print_report(lines, options):
    versions = ", ".join(f"{module.__name__} {module.__version__}" for module in peers.MODULES)
    print(f"{platform.machine()}, {os.cpu_count()} cores; Python {platform.python_version()}, {versions}")
    machine = lines[-1]["machine"]
    print(
        f"one core: copy {machine['copy'] / 1e9:.1f} GB/s, bare log {machine['log'] / 1e9:.2f} G/s (Double) "
        f"{machine['log-float'] / 1e9:.2f} G/s (Float); medians (and least) of {options.repetitions} in turns\n"
    )
    print(table(lines))
    print()
    for line in lines:
        mark = "same" if line["passed"] else "DIFFERENT"
        print(f"{line['row']} ({line['ours']}): {line['work']}\n  {mark}: {line['check']}")


if __name__ == "__main__":
    main()
