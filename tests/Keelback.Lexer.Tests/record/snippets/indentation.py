if a:
    b
    if c:
      d
      e
    f

  # comment deeper or not
        # is no matter
    g
else:
 h
i
