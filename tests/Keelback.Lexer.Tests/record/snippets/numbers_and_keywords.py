x = 1if 2else 3
y = [0x1for x in y]
z = 1_0or 2and 3
w = 0in x, 1not in x, 1is x
