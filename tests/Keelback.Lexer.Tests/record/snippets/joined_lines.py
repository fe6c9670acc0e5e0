x = a + \
    b + \
\
    c
if a and \
   b:
    pass
