False None True and_ = 1
async def f(): await g(); yield
assert x; del y; global z; nonlocal w; raise e from f
import a as b; from c import d
for i in j: break
else: continue
while x: pass
try: pass
except E: pass
finally: pass
with a as b: return lambda: 0
if x or y and not z is w: pass
elif q: pass
class C: pass
match case type _ print exec True_ nones iff
