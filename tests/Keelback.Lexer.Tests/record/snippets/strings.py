a = '' "" 'a' "b" 'it\'s' "say \"hi\""
b = r'\d' R"\\" u'x' U"y" b'z' B"w" br'\x' Rb"\y" bR'' BR""
