"""Writes what each script prints, as '# expect:' lines at its end.

Usage: python3.14 record_expectations.py FILE...   (with the Python that the scripts are to be compared with)
"""
import subprocess
import sys


def main():
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as file:
            lines = [line for line in file.read().split("\n") if not line.startswith("# expect:")]
        source = "\n".join(lines).rstrip("\n") + "\n"
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(source)
        run = subprocess.run([sys.executable, "-I", path], capture_output=True, text=True, encoding="utf-8")
        if run.returncode != 0:
            sys.exit(f"{path}: {run.stderr}")
        with open(path, "a", encoding="utf-8", newline="\n") as file:
            file.write("\n")
            for line in run.stdout.splitlines():
                file.write(f"# expect: {line}\n" if line else "# expect:\n")


main()
