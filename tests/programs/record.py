"""Writes NAME.expected.txt for each program here: what it prints under the Python given as argument.

    python3 tests/programs/record.py PYTHON3.14 [NAME ...]

Standard output and standard error are recorded together, with this folder's path taken out.
"""
import pathlib
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parent


def record(python, program):
    done = subprocess.run([python, program.name], cwd=FOLDER, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120,
                          env={"PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "80"})
    if done.returncode:
        sys.exit(f"{program.name} ends with {done.returncode}:\n{done.stdout.decode()}")
    text = done.stdout.decode().replace(f"{FOLDER}/", "")
    program.with_suffix(".expected.txt").write_text(text, encoding="utf-8", newline="\n")
    print(f"{program.name}: {text.count(chr(10))} lines")


def main():
    python, *names = sys.argv[1:]
    programs = [FOLDER / f"{name}.py" for name in names] or sorted(FOLDER.glob("*.py"))
    for program in programs:
        if program.name != pathlib.Path(__file__).name:
            record(python, program)


main()
