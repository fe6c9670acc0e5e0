def simple():
    try:
        risky()
    except ValueError:
        return 1
    except (TypeError, KeyError) as error:
        raise RuntimeError("no") from error
    except:
        raise
    else:
        print("fine")
    finally:
        print("finally")


def nested(x):
    try:
        try:
            return x
        finally:
            x = 1
            try:
                pass
            except Exception as e:
                del e
    except* ValueError as group:
        print(group)
    except* (OSError, TypeError):
        pass
    else:
        x = 2
    finally:
        for i in x:
            if i:
                break
    return x


def loops(x):
    for i in x:
        try:
            if i:
                continue
            elif i == 2:
                break
            return i
        except KeyError as e:
            if e:
                continue
            return e
        finally:
            print(i)
    while x:
        try:
            x()
        except* E:
            x = 0


def returns_in_with(x):
    with a as b, c(), d as (e, f):
        return x
    with (
        open(x) as g,
        open(b) as h
    ):
        with g:
            pass
    with a:
        for i in x:
            with i: break
        return 5
    raise


def empty():
    try: pass
    finally: pass
    try: pass
    except: pass
    assert 0
    raise E from None


def group_only():
    try:
        f()
    except* A:
        g()
    except* B as b:
        h(b)


async def asynchronous():
    try:
        async with a as b:
            return await b
    finally:
        await c
