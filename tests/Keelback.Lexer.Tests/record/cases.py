"""The sources of record_lexer.py that no file could hold, or that are no programs."""

ODD_SOURCES = {
    'crlf': "if a:\r\n    b  # c\r\n\r\n    '''x\r\ny'''\r\n(\r\n)\r\nd = 1 + \\\r\n  2\r\n",
    'crlf_fstring': "f'''{\r\nx\r\n}\r\ny'''\r\n",
    'empty': '',
    'line_ends': '\n\n',
    'spaces': '   ',
    'spaces_at_end': 'a\n   ',
    'backslash_in_string_at_end': "x = '\\\\'",
    'tab_after': 'a\t\n',
}

ERRORS = [
    '1_', '1__0', '0_', '0xz', '0x', '0b2', '0b', '0o8', '0o', '0o78', '012', '00_1', '0123.5', '1if x else y',
    '1_000if x else 2', '0xfor x', '1e', '1e+', '1ex', '1jx', '1.5abc', '1a', '0b1a', '1.e', "'abc", "'abc\\'",
    "'''abc\n", "f'abc", "f'''abc\n\nx", "t'abc", "f'{a", "f'{a'", "f'}'", "f'{a!}'", "f'{)}'", '(]', '(\n]', ']',
    '$', '?', 'a\xa0b', '\u20ac = 1', 'x = a\u2019b', '\xe9\u20ac = 1', 'a\x01b', '\\ x', '\\', 'x = \\\n', '\\x',
    'if 1:\n    a\n  b', 'if 1:\n        a\n\tb', 'if 1:\n\tx\n        y',
    '(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((',
    '(', "ub'a'", "bu'a'", "fb'a'", "bf''", "tf''", "uf''", "ut''", "ur''", "rbf''", "bt''", "f'{a:{b:{c}}}'",
    "f'{a:{b:{c:{d}}}}'",
    "f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{f'{",
    "f'\\N{", "f'\\N{AB}'", "f'{a b}'", "f'{a!x}'", "f'{}'", 'a\x00b', "\n\na = '\x00'", '  a', "f'{a:\n}'",
    "f'{a\n}'", "f'{lambda x:1}'", '0_7', '1_.5', '1._5', '1e_5', '1.0_', '0x_', '0x1__2', "'''\n\n\na'''b'",
    "x = 'a\\\nb", "'a\\\n", "f'a\\\nb", "f'{a!r:>{w}}", '\ufeffx=1', '\ufeff\ufeffx', 'x\ufeff', 'a = 5 \\ \nb',
    'def f(x):\n  return (1,\n  \n', 'x = """\n\n\\d"""', '"\\477"', 'b"\\477 \\d"', '"\\d\\e"', 'f"\\d{1}\\e"',
    'f"\\{1}"', 't"\\{1}\\d"', 'b"\xe9"', 'b"\\x1"', '"\\x1"', '"\xe9\\x1"', '"\\\xe9\\x1"', '"a\\\\\\x1"',
    '"\\U00110000"', '"\\u12"', '"\\N{}"', '"\\Nx"', '"\\N{abc"', '"\\N{foo}"', '"""\r\n\\x1"""', '"a" "\\x1"',
    'a = \\\n \\ b', 'if 1:\n  \\ b', '(\\', '(\\\n', 'x = (a,\n\\', "f'{a:{w}\n}'", "f'{a:{w}{{}}}'", "f'{a:}}'",
    "f'{a:{{}'", "f'''{a:\n}'''", "f'''{a\n:x\n}'''", "f'{a!r:\\'}'", "f'{(a'", "f'{a]}'", "f'{(a]}'", "f'{a)}'",
    "f'{'", "f'{a:'", "f'{a:{'", "f'{a:x", "f'{'''", "f'''{'''", "f'''{a'''", "f'''{\n'''", "'''a\nb",
    "x='''a\nb'''c'd", "f'{a'b'}'", "f'{a['b']}'", 'f\'{"a}\'', '  \\\n  a', 'a\n\\\n  b', 'a\n  # c\nb', 'x = [\n\n',
    'def f():\n\treturn (\n', 'a = $', 'a ? b', 'a = `b`', 'x = \x7f', 'x=\x0b1', 'class A:\n  x = 1\n y = 2',
    '1_000_j', '0xfg', '0b12if', '1.5if x else 1', '0in x', '0not in x', '0_0', '00', '0e1', '0j', '00.5', '0777e1',
    '1__', '\xe9 = 1; \u20ac', '\u20ac', 'a \u20ac', 'x = 1 \u20ac', '\xa0', 'x\u200b', '\xe9\xa0',
    "a = '\xe9' \u20ac", "'\xe9' + ]", "f'\xe9{\u20ac}'", "f'\xe9'\u20ac", "f'{x}' 'abc", "f'{x:>{\u20ac}}'",
    '\t\x0c\u20ac', 'x = 0b\u0661', '1\xe9', '1_\xe9', '0x\xe9', '1e\xe9', 'if x:\n\ty\n\t z\n\t\tw\n        v\n',
    'if x:\n  y\n\tz', 'if x:\n        y\n\tz', 'if x:\n\ty\n\tz\n        w', '\x0c  x = 1\n',
    'if 1:\n  a\n\x0c  b\n', 'if 1:\n  a\n \x0c  b\n', "x = '\\", "x = '''\\", "x = 'a\\\r\nb", "x = 'a\r\n",
    'x = (\r\n)]', "f'''{x\n!r\n:y\n}''' ]", "f'{x!r:{y!r:{z!r:}}}'", "f'{x:{y:{z}}}'", "f'{{}} {{x}}' }", "f'{{}'",
    "f'{x}}'", "f'{x}}}'", "f'{x:}}}'", "f'\\{x}'", "f'\\}'", "f'\\N{DASH}{x}'", "rf'\\N{x}'", "rf'\\{x}'", "f'\\N'",
    "f'{x:\\}'", "f'{x:\\{y}}'", "t'{x", "t'''{x", "t'}'", "t'{x:\n}'", "t'{a'", "t'{)}'", "t'{a)}'",
    'f"{\'a\' \'b}"', 'f\'{f"{f\'x', 'f\'{f"{f\'\'\'x', "f'{\n'", "f'{#}'", "f'{x #}\n}'", "f'{x!s:#}'", '{}}',
    '([{)]}', '(\n\n[\n}', 'a = (1,\n  [2, 3)\n', 'def f(a, b:\n  pass\n]', 'lambda x: (y]', '0o1_8', '0b1_2', '0b_',
    '0o_9', '0b1__0', '0x1_', '0__0', '0_1_2', '00_00', '00_00_1', '09', '09.5', '09e1', '09j', '09_0', '1e1_',
    '1e1__0', '1e+_1', '1.e+', '1.e+1_', '1_.', '1_e1', '1_j', '1.5j_', '1jif', '1jj', '0x1for x in y', '0xfor',
    '0o7and x', '0b1or x', '1or x', '1else', '1else_', '1elsex', '1for', '1form', '1is', '1island', '1in', '1inx',
    '1if', '1iff', '1and', '1andy', '1not', '1note', '1e5or x', '1_0else', '0else', '0_0else', '0b1else', '0xelse',
    '1_000and', '1.else', '1.e5else', '\\\\', 'x \\y', 'x \\\n\\ y', 'x \\\n\\\n  y \\ z', "'''a\n\nb''' \\ x",
    'x = [\\ ', '  \\ x', '\\\n\\\n x', 'a\n  \\\n b\n', 'if a:\n  b\n \\\n  c\n', 'if a:\n  b\n    \\\n  c\n', 'a\\',
    'a\\\n', 'a\\\r\n', '(a\\', "f'{a\\", "f'{a\\\n}' \\ ", "f'a\\\nb' \\ x", 'x\ny\\ z', "u'' ub''", "bR'\xe9'",
    "Bu''", "rB'' rbu''", "bru''", "uRb''", "FR'{x' ", "fR'{x'", "rT'a", "Rt'{'", "bb''", "rr'", "fF'", "ff'x",
    "brr'", '"""\\"""', "'\\'\\'", '"a\\"b', "'a\\'b\nc'", "x = 1\n\n\n  'abc\n", "'''\n'", "'''\n''", '"""\n""\\"',
    'if 1:\n\t\tx\n\t        y\n', 'if 1:\n  x\n\n\n # c\n y\n', 'x\r y', 'x\r\n  y', 'x\r\r\n]', "'\r'",
    'if 1:\r  x\r y\r', '[\r\r)',
]

ERRORS.append("(" * 201)
ERRORS.append("if 1:\n" + "".join(" " * i + "if 1:\n" for i in range(1, 101)))
ERRORS.append("f'{" * 160)

LITERALS = [
    '1', '0', '00', '1_000', '123456789012345678', '1234567890123456789', '99999999999999999999999', '0xff', '0XF_F',
    '0xffffffffffffffffffffffff', '0o17', '0o7_7', '0b1010', '0B1',
    '0b1010101010101010101010101010101010101010101010101010101010101010101010101010101010101010101010101010',
    '0o7777777777777777777777777777777777777777', '1.', '.5', '1.5', '1_0.0_1', '1e5', '1E+5', '1e-5', '1e400',
    '1e-400', '4.9e-324', '2.2250738585072011e-308', '0.1', '123456789.123456789e10', '9007199254740993.0', '1j',
    '1.5J', '1e3j', '0777j', "''", '""', "'a'", '\'\\a\\b\\f\\n\\r\\t\\v\\\\\\\'\\"\'', "'a\\\nb'",
    "'''a\r\nb\rc\n'''", "r'''a\r\nb\\\r\n'''", "'a\\\r\nb'", "b'''a\r\nb'''", "'\\0 \\1 \\12 \\123 \\1234 \\377'",
    "'\\400'", "'\\477 \\8'", "b'\\477'", "b'\\377\\0'", "'\\x41\\u0042\\U00000043'", "'\\U0001F600'",
    "'\U0001f600\xe9'", "'\\ud800'", "'\\ud83d\\ude00'", "'\\ud83d\U0001f600'", "'\U0001f600\\ud83d\\ude00'",
    "'\\udc00\\ud800'", "'\\d'", "'\\d\\e'", "b'\\d'", "'\\\xe9'", "u'x'", "U'\\x41'", "R'\\x41'", "rb'\\x41'",
    "Br'\\\\'", "b'\\x41\\n'", "'\\x'", "'\\x4'", "'\\xg'", "'\\u'", "'\\u123'", "'\xe9\\u12'", "'\\\xe9\\x'",
    "'a\\\\\\x1'", "'\\U0011'", "'\\U00110000'", "'\\UFFFFFFFF'", "'\\N'", "'\\N{}'", "'\\Nx'", "'\\N{abc'",
    "'\\N{no such name}'", "b'\\x'", "b'\\x4'", "b'ab\\xg'", "b'''\r\n\\x4'''", "'''\r\n\\x4'''", "b'\xe9'",
    "rb'\xe9'", "'\\{'", "'\\ '", "'\\\t'",
]

LITERALS += ["1" * 4300, "1" * 4301, "0x" + "f" * 5000]

ENCODINGS = [
    b'\xff', b"x = '\xe9'", b"# coding: latin-1\nx='\xe9'", b'# coding: foo\nx', b'\xef\xbb\xbf# coding: latin-1\nx',
    b"\xef\xbb\xbfx='\xff'", b'a\x00b', b"# coding: ascii\nx = '\xe9'", b'\n# coding: utf-8\n\xe9',
    b"x = 1\ny = '\xc3('\n", b"#!x\n# -*- coding: cp1252 -*-\nx='\x80'", b"x='\xe4\xb8'",
    b'\n\n# coding: foo\nx', b"# coding: utf8\nx='\xff'", b"# coding: UTF_8\nx='\xff'", b'x=1\n# coding: foo\n',
    b"'''\n# coding: foo\n'''", b'\xef\xbb\xbf# coding: utf-8\nx', b'# coding: utf-8-sig\nx', b'\x0c# coding: foo\n',
    b' \t\n# coding: foo\n', b"# coding=iso-8859-15\nx='\xa4'", b'\\\n# coding: foo\n', b"# coding: \xe9\nx='a'",
    b"# vim: set fileencoding=koi8-r :\nx='\xc1'", b"# coding: shift_jis\nx='\x82\xa0'", b"# coding:latin1\nx='\xe9'",
    b"# coding: iso-latin-1-unix\nx='\xe9'", b"# coding: cp437\nx='\x82'", b"x='\xf0\x9f\x98\x80'",
    b"x='\xed\xa0\x80'", b"x='\xf0\x9f'", b'# coding : latin-1\nx=1', b"#coding=ascii\nx='a'",
    b"\r\n#coding=latin-1\rx='\xe9'", b"# coding: cp1252\nx='\x81'",
]
