# A file's first comment.

if a:  # one

    # two
    b
        # three
    c

    if d: e; f

    else: g
# four
x = [  # five
    1,

    2,  # six
  3]
def f(a,
      b):
    return (
        a
    )


y = """
text
  text
""" + 'z'
if x: pass; pass
z = a \
  .b \
  (c)
class C:

    def f(self): ...

    x = 1
w = {
    'a': 1,
    **b,
}  ; v = 2
