f'{f"{f'''{1}'''}"}' f'{'a' + 'b'}' f'{a['b']}' f"{"x"}"
f'{ {1: 2}[1] }' f'{(lambda x: x)(1)}' f'{[a for a in b if a]}' f'{x:{y:{z}}}'
f'{d["a":"b"]}' f'{a if b else c:d}' f'{(x:=5)}' f'{x:=5}' f'{x!=y}' f'{x:!r}'
