"""Fills in expected.json: what the Python given as argument prints and returns for each case of cases.json.

    python3 record.py PYTHON3.14

The folder that a case runs in is written {folder}, the Python program {python}.
"""
import base64
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def content(value):
    if isinstance(value, str):
        return value.encode()
    if isinstance(value, dict):
        return base64.b64decode(value["base64"])
    return "".join(text * times for text, times in value).encode()


def run(python, case):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name).resolve()
        for path, value in case.get("files", {}).items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content(value))
        for path in case.get("folders", []):
            (folder / path).mkdir()
        done = subprocess.run([python, *case["arguments"]], cwd=folder, input=case.get("input", "").encode(), capture_output=True,
                              timeout=120, env={"PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "80"})
        clean = lambda text: text.decode().replace(str(folder), "{folder}").replace(python, "{python}")
        error = clean(done.stderr)
        if case.get("error") == "last line":
            error = error.rstrip("\n").rsplit("\n", 1)[-1] + "\n"
        elif case.get("error") == "unchecked":
            error = ""
        return {"exit": done.returncode, "output": clean(done.stdout), "error": error}


def main():
    cases = json.loads((HERE / "cases.json").read_text(encoding="utf-8"))
    results = {name: run(sys.argv[1], case) for name, case in cases.items()}
    (HERE / "expected.json").write_text(json.dumps(results, indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")


main()
