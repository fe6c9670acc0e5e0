a = '''one'''
b = """one
two "" three '' \"""
four"""
c = '''

'''; d = r'''\n''' ''
e = ('''a
b''' 'c')
