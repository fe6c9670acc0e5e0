"""A command with sub-commands, read by argparse from arguments that are given here."""
import argparse
import contextlib
import io
import sys


def even(text):
    number = int(text)
    if number % 2:
        raise argparse.ArgumentTypeError(f"{number} is odd")
    return number


class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, [value.upper() for value in values])


def build():
    parser = argparse.ArgumentParser(prog="store", description="Keep things in a store.", epilog="That is all.", color=False)
    parser.add_argument("-v", "--verbose", action="count", default=0, help="say more (%(default)s by default)")
    parser.add_argument("--version", action="version", version="%(prog)s 1.2")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", title="commands")
    add = commands.add_parser("add", help="add items", aliases=["a"])
    add.add_argument("names", nargs="+", metavar="NAME", help="what to add")
    add.add_argument("-n", "--number", type=even, default=2, help="how many, an even number")
    add.add_argument("--kind", choices=["tool", "part"], default="part")
    group = add.add_mutually_exclusive_group()
    group.add_argument("--first", action="store_const", const=0, dest="place")
    group.add_argument("--last", action="store_const", const=-1, dest="place")
    find = commands.add_parser("find", help="find an item", color=False)
    find.add_argument("pattern", nargs="?", default="*")
    find.add_argument("--tag", action="append", default=[], help="a tag; may be given again")
    find.add_argument("--limit", type=float)
    find.add_argument("--cache", action=argparse.BooleanOptionalAction, default=True, help="use the cache")
    find.add_argument("--in", dest="places", nargs="*", action=Upper)
    return parser


def attempt(parser, line):
    out, err = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            result = parser.parse_args(line.split())
        print(f"{line!r}: {result}")
    except SystemExit as stop:
        print(f"{line!r}: exit {stop.code}")
        for text in (out.getvalue(), err.getvalue()):
            for row in text.splitlines():
                print("   |", row)


def main():
    parser = build()
    for line in ("add hammer", "-vv a saw nail -n 4 --kind tool --first", "find", "find x* --tag a --tag=b --limit 2.5 --no-cache",
                 "find --in here there -- -odd-", "-v find --lim 3", "", "remove x", "add", "add x -n 3", "add x -n y", "add x --kind toy",
                 "add x --first --last", "find a b", "find --li", "--version", "-h", "find -h"):
        attempt(parser, line)
    simple = argparse.ArgumentParser(prog="simple", add_help=False, argument_default=argparse.SUPPRESS, color=False)
    simple.add_argument("--flag", action="store_true")
    simple.add_argument("-o", type=int)
    simple.add_argument("rest", nargs=argparse.REMAINDER)
    print(simple.parse_known_args(["-o5", "a", "--other"]), vars(simple.parse_args([])))
    simple.set_defaults(o=9)
    print(simple.format_usage(), end="")
    print(simple.get_default("o"), argparse.Namespace(a=1) == argparse.Namespace(a=1), "o" in argparse.Namespace(o=1))
    print(len(sys.argv) >= 1)


main()
