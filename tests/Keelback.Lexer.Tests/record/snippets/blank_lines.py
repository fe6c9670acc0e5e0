

a

   
	
  # c

b


