"""A parser of INI text with interpolation, includes of defaults, and errors that name their line."""
import json
import re
from collections import OrderedDict

SAMPLE = """\
; the service's settings
[DEFAULT]
root = /srv
owner = nobody

[web]
port = 8080
path = %(root)s/www
hosts =
    alpha.example
    beta.example
debug: yes

[worker]
# how many run at once
count = 4
path = %(root)s/jobs
rate = 2.5
owner = jobs
"""

HEADER = re.compile(r"\[(?P<name>[^\]]+)\]\s*$")
OPTION = re.compile(r"(?P<key>[^\s:=][^:=]*?)\s*[:=]\s*(?P<value>.*)$")
REFERENCE = re.compile(r"%\((\w+)\)s")


class ParseError(ValueError):
    def __init__(self, line, message):
        super().__init__(f"line {line}: {message}")
        self.line = line


def parse(text):
    sections = OrderedDict()
    current = key = None
    for number, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip()
        if not stripped or stripped[0] in "#;":
            continue
        if line[0].isspace():
            if key is None:
                raise ParseError(number, "a continuation without an option")
            current[key] = (current[key] + "\n" + stripped).lstrip("\n")
            continue
        if match := HEADER.match(line):
            name = match["name"]
            if name in sections:
                raise ParseError(number, f"section {name!r} appears twice")
            current = sections[name] = OrderedDict()
            key = None
        elif match := OPTION.match(line):
            if current is None:
                raise ParseError(number, "an option before any section")
            key = match["key"].lower()
            current[key] = match["value"]
        else:
            raise ParseError(number, f"cannot read {line!r}")
    return sections


class Settings:
    TRUE = {"yes", "true", "on", "1"}
    FALSE = {"no", "false", "off", "0"}

    def __init__(self, sections):
        self._sections = sections
        self._defaults = sections.get("DEFAULT", {})

    def __iter__(self):
        return (name for name in self._sections if name != "DEFAULT")

    def __contains__(self, name):
        return name in self._sections

    def raw(self, section, key):
        for values in (self._sections[section], self._defaults):
            if key in values:
                return values[key]
        raise KeyError(f"{section}.{key}")

    def get(self, section, key):
        return REFERENCE.sub(lambda match: self.get(section, match[1]), self.raw(section, key))

    def typed(self, section, key):
        text = self.get(section, key)
        if text.lower() in self.TRUE and not text.isdigit():
            return True
        if text.lower() in self.FALSE and not text.isdigit():
            return False
        for convert in (int, float):
            try:
                return convert(text)
            except ValueError:
                pass
        return text.split("\n") if "\n" in text else text

    def as_dict(self):
        return {
            name: {key: self.typed(name, key) for key in sorted({*self._sections[name], *self._defaults})}
            for name in self
        }


def main():
    settings = Settings(parse(SAMPLE))
    print(list(settings), "web" in settings, "nothing" in settings)
    print(json.dumps(settings.as_dict(), indent=2))
    for broken in ("key = 1\n", "[a]\n[b]\n[a]\n", "[a]\nnonsense\n", "[a]\n  x\n"):
        try:
            parse(broken)
        except ParseError as error:
            print(type(error).__name__, error.line, "->", error)
    try:
        settings.get("web", "missing")
    except KeyError as error:
        print("KeyError", error)


main()
