if a:
    \
  b
    c
