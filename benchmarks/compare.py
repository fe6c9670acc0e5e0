"""Runs whole programs under several Pythons in turn and prints how their times compare.

    python3 benchmarks/compare.py [--rounds N] [--programs a,b] COMMAND [COMMAND ...]

Each command is one argument, split as a shell would: ./keelback "python3.14 -B". All are compared with the last one. Each
program warms up in its own process and prints its best and median time; a program's time here is the median of the
rounds' medians. The commands take turns within a round, so that a machine that slows down slows all of them.
"""
import argparse
import math
import pathlib
import shlex
import statistics
import subprocess
import sys

PROGRAMS = pathlib.Path(__file__).resolve().parent / "programs"


def run(command, program, timeout):
    """The median time and the result that the program printed, or None and what went wrong."""
    try:
        done = subprocess.run([*command, str(PROGRAMS / f"{program}.py")], capture_output=True, text=True, timeout=timeout)
    except (OSError, subprocess.TimeoutExpired) as error:
        return None, str(error)
    if done.returncode:
        return None, (done.stderr.strip().splitlines() or [f"exit code {done.returncode}"])[-1]
    _, _, median, result = done.stdout.split()
    return float(median), result


def collect(commands, programs, rounds, timeout):
    times = {(name, program): [] for name in commands for program in programs}
    for number in range(rounds):
        for program in programs:
            results = {}
            for name, command in commands.items():
                median, result = run(command, program, timeout)
                if median is None:
                    print(f"{name}: {program}: {result}", file=sys.stderr)
                    continue
                times[name, program].append(median)
                results[name] = result
            if len(set(results.values())) > 1:
                sys.exit(f"{program}: the results differ: {results}")
        print(f"round {number + 1} of {rounds} done", file=sys.stderr)
    return {key: statistics.median(values) if values else None for key, values in times.items()}


def report(commands, programs, medians):
    *others, base = commands
    width = max(map(len, [*programs, "geometric mean"]))
    print(f"{'':{width}}  {base + ' (ms)':>16}" + "".join(f"  {name + ' (ms)':>16}  {'ratio':>6}" for name in others))
    ratios = {name: [] for name in others}
    for program in programs:
        reference = medians[base, program]
        cells = [f"{program:{width}}", f"{reference * 1000:16.2f}" if reference else f"{'failed':>16}"]
        for name in others:
            value = medians[name, program]
            ratio = value / reference if value and reference else None
            if ratio:
                ratios[name].append(ratio)
            cells.append(f"{value * 1000:16.2f}" if value else f"{'failed':>16}")
            cells.append(f"{ratio:6.2f}" if ratio else f"{'-':>6}")
        print("  ".join(cells))
    for name, values in ratios.items():
        if values:
            mean = math.exp(sum(map(math.log, values)) / len(values))
            print(f"geometric mean of {name} / {base}: {mean:.2f} over {len(values)} programs, worst {max(values):.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("commands", nargs="+", metavar="COMMAND")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--timeout", type=float, default=120)
    parser.add_argument("--programs", help="a list with commas; all by default")
    options = parser.parse_args()
    programs = options.programs.split(",") if options.programs else sorted(
        path.stem for path in PROGRAMS.glob("*.py") if path.stem != "timing")
    commands = {}
    for text in options.commands:
        words = shlex.split(text)
        name = pathlib.Path(words[0]).name
        commands[name if name not in commands else text] = words
    report(commands, programs, collect(commands, programs, options.rounds, options.timeout))


main()
