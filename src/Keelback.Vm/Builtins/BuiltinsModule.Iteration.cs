namespace Keelback.Vm;

/// <summary>Iterators, extremes and sorting.</summary>
internal static unsafe partial class BuiltinsModule
{
    private static readonly PyStr s_key = PyStr.Intern("key");
    private static readonly PyStr s_default = PyStr.Intern("default");

    [PyFunction("iter(object, sentinel=<missing>, /)", Doc = "iter(iterable) -> iterator\niter(callable, sentinel) -> iterator\n\nGet an iterator from an object.\n\nIn the first form, the argument must supply its own iterator, or be a sequence.\nIn the second form, the callable is called until it returns the sentinel.")]
    private static PyValue Iter(PyThread thread, PyValue @object, PyValue sentinel)
    {
        if (sentinel.IsMissing)
            return Operators.TryGetIterator(thread, @object);
        return Operators.IsCallable(@object)
            ? new PyCallableIterator(@object, sentinel)
            : throw Raise.TypeError("iter(v, w): v must be callable");
    }

    [PyFunction("next(iterator, default=<missing>, /)", Doc = "next(iterator[, default])\n\nReturn the next item from the iterator. If default is given and the iterator\nis exhausted, it is returned instead of raising StopIteration.")]
    private static PyValue Next(PyThread thread, PyValue iterator, PyValue @default)
    {
        if (iterator.Type.Slots.TpIternext == null)
            return thread.Raise(Raise.TypeError($"'{iterator.Type.Name}' object is not an iterator"));
        if (@default.IsMissing)
            return Operators.TryNextOrStop(thread, iterator);
        var item = Operators.TryNext(thread, iterator);
        if (!item.IsMissing)
            return item;
        Operators.ClearStopIteration(thread);
        return thread.HasError ? default : @default;
    }

    [PyFunction("aiter(async_iterable, /)", Doc = "Return an AsyncIterator for an AsyncIterable object.")]
    private static PyValue Aiter(PyThread thread, PyValue asyncIterable)
    {
        var slot = asyncIterable.Type.Slots.AmAiter;
        if (slot == null)
            return thread.Raise(Raise.TypeError($"'{asyncIterable.Type.Name}' object is not an async iterable"));
        var iterator = slot(thread, asyncIterable);
        return iterator.IsMissing || iterator.Type.Slots.AmAnext != null
            ? iterator
            : thread.Raise(Raise.TypeError($"aiter() returned not an async iterator of type '{iterator.Type.Name}'"));
    }

    [PyFunction("anext(async_iterator, default=<missing>, /)", Doc = "Return the next item from the async iterator.\n\nIf default is given and the async iterator is exhausted,\nit is returned instead of raising StopAsyncIteration.")]
    private static PyValue Anext(PyThread thread, PyValue asyncIterator, PyValue @default)
    {
        var slot = asyncIterator.Type.Slots.AmAnext;
        if (slot == null)
            return thread.Raise(Raise.TypeError($"'{asyncIterator.Type.Name}' object is not an async iterator"));
        var awaitable = slot(thread, asyncIterator);
        return awaitable.IsMissing || @default.IsMissing ? awaitable : new PyAnextAwaitable(awaitable, @default);
    }

    [PyFunction("max(*args, **kwargs)", Doc = "max(iterable, *[, default=obj, key=func]) -> value\nmax(arg1, arg2, *args, *[, key=func]) -> value\n\nWith a single iterable argument, return its biggest item. The\ndefault keyword-only argument specifies an object to return if\nthe provided iterable is empty.\nWith two or more positional arguments, return the largest argument.")]
    private static PyValue Max(PyThread thread, ReadOnlySpan<PyValue> args, PyDict? kwargs) =>
        Extreme(thread, args, kwargs, "max", Bytecode.ComparisonOperator.Gt);

    [PyFunction("min(*args, **kwargs)", Doc = "min(iterable, *[, default=obj, key=func]) -> value\nmin(arg1, arg2, *args, *[, key=func]) -> value\n\nWith a single iterable argument, return its smallest item. The\ndefault keyword-only argument specifies an object to return if\nthe provided iterable is empty.\nWith two or more positional arguments, return the smallest argument.")]
    private static PyValue Min(PyThread thread, ReadOnlySpan<PyValue> args, PyDict? kwargs) =>
        Extreme(thread, args, kwargs, "min", Bytecode.ComparisonOperator.Lt);

    [PyFunction("sorted(iterable, /, *, key=None, reverse=False)", Doc = "Return a new list containing all items from the iterable in ascending order.\n\nA custom key function can be supplied to customize the sort order, and the\nreverse flag can be set to request the result in descending order.")]
    private static PyValue Sorted(PyThread thread, PyValue iterable, PyValue key, PyValue reverse)
    {
        var list = Operators.ToList(thread, iterable);
        list.Sort(thread, key, Operators.IsTrue(thread, reverse));
        return list;
    }

    private static PyValue Extreme(
        PyThread thread, ReadOnlySpan<PyValue> args, PyDict? kwargs, string name, Bytecode.ComparisonOperator better)
    {
        var key = PyValue.None;
        PyValue @default = default;
        for (var i = 0; i < (kwargs?.EntryEnd ?? 0); i++)
        {
            var keyword = (PyStr)kwargs!.EntryAt(i).Key.Ref!;
            if (keyword.TextEquals(s_key))
                key = kwargs.EntryAt(i).Value;
            else if (keyword.TextEquals(s_default))
                @default = kwargs.EntryAt(i).Value;
            else
                throw Raise.TypeError($"{name}() got an unexpected keyword argument '{keyword.Value}'");
        }

        if (args.Length == 0)
            throw Raise.TypeError($"{name} expected at least 1 argument, got 0");
        if (args.Length > 1 && !@default.IsMissing)
            throw Raise.TypeError($"Cannot specify a default for {name}() with multiple positional arguments");

        PyValue best = default;
        PyValue bestKey = default;
        if (args.Length > 1)
        {
            foreach (var item in args)
                Consider(thread, item, key, better, ref best, ref bestKey);
        }
        else
        {
            foreach (var item in Operators.Iterate(thread, args[0]))
                Consider(thread, item, key, better, ref best, ref bestKey);
        }

        if (!best.IsMissing)
            return best;
        return @default.IsMissing ? throw Raise.ValueError($"{name}() iterable argument is empty") : @default;
    }

    private static void Consider(
        PyThread thread,
        PyValue item,
        PyValue key,
        Bytecode.ComparisonOperator better,
        ref PyValue best,
        ref PyValue bestKey)
    {
        var itemKey = key.IsNone ? item : thread.Call(key, item);
        if (!best.IsMissing && !Operators.CompareBool(thread, better, itemKey, bestKey))
            return;
        best = item;
        bestKey = itemKey;
    }
}
