f'\N{DIGIT ONE}{x}\N{DIGIT TWO}tail' rf'\N{x}' f'\\{x}\'' f'\x41{x:\x41}' f'\{x}' f'{x:\}'
