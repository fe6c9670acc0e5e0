if a:
	b
	if c:
		d
	  # x
	e
if a:
        x
        if b:
        	y
