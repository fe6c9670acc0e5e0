f'' f"a" F'''b''' rf'\d{x}' fR"{y}"
f'{x}' f'a{x}b{y}c' f'{{}}' f'{{{x}}}' f'}}{{'
f'{x!r}' f'{x!s:>10}' f'{x:>{width}}' f'{x:{a}{b}.{c}}' f'{x = }' f'{x=!r:^20}'
