t'' t"a{x}b" T'''{x!r:>{w}}''' rt'\d{x}' tR"{y=}"
t'{t"{x}"}' f'{t"{f'{x}'}"}' t'{{{x}}}'
