match x:
    case [1, _]: type T = int
    case {'a': b}: pass
type = match = case = _ = 1
