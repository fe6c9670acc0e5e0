a = [
    1,  # one

  2,
      (3,
{4: 5,
}
), \
]
def f(a,
   b): pass
