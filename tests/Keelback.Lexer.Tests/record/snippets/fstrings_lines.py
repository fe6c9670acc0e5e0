f'''{
  x
  :
  >10
}
tail {y
}'''
f'{
  x  # comment
}'
x = f'''a
b{c}

d''' + 'e'
f'a\
b{x}\
c'
