a = 'one \
two \
  three'
b = r'x\
y'
c = 1
