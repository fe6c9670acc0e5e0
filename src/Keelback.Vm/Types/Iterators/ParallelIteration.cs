namespace Keelback.Vm;

/// <summary>What zip and map do alike: they take one item of each of several iterators.</summary>
internal static class ParallelIteration
{
    private static readonly PyStr s_strict = PyStr.Intern("strict");

    /// <summary>Splits the arguments into positional ones and the keyword <c>strict</c>.</summary>
    public static ReadOnlySpan<PyValue> Positional(
        PyThread thread, string function, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames, out bool isStrict)
    {
        isStrict = false;
        var count = arguments.Length - (keywordNames?.Count ?? 0);
        for (var i = count; i < arguments.Length; i++)
        {
            var name = (PyStr)keywordNames![i - count].Ref!;
            if (!name.TextEquals(s_strict))
                throw Raise.TypeError($"{function}() got an unexpected keyword argument '{name.Value}'");
            isStrict = Operators.IsTrue(thread, arguments[i]);
        }

        return arguments[..count];
    }

    /// <summary>An iterator of each.</summary>
    public static PyValue[] Iterators(PyThread thread, ReadOnlySpan<PyValue> iterables)
    {
        var iterators = new PyValue[iterables.Length];
        for (var i = 0; i < iterators.Length; i++)
            iterators[i] = Operators.GetIterator(thread, iterables[i]);
        return iterators;
    }

    /// <summary>Takes an item of each; false at the end or, with an error pending, where one failed.</summary>
    public static bool Take(PyThread thread, string function, PyValue[] iterators, bool isStrict, Span<PyValue> items)
    {
        for (var i = 0; i < iterators.Length; i++)
        {
            items[i] = Operators.TryNext(thread, iterators[i]);
            if (!items[i].IsMissing)
                continue;
            if (isStrict && !thread.HasError)
                CheckEnds(thread, function, iterators, i);
            return false;
        }

        return true;
    }

    // One iterator has ended: the ones before gave an item, and those behind must give none.
    private static void CheckEnds(PyThread thread, string function, PyValue[] iterators, int ended)
    {
        if (ended > 0)
        {
            thread.Raise(Raise.ValueError($"{function}() argument {ended + 1} is shorter than {Others(ended)}"));
            return;
        }

        for (var i = 1; i < iterators.Length; i++)
        {
            if (!Operators.TryNext(thread, iterators[i]).IsMissing)
                thread.Raise(Raise.ValueError($"{function}() argument {i + 1} is longer than {Others(i)}"));
            if (thread.HasError)
                return;
        }
    }

    private static string Others(int count) => count == 1 ? "argument 1" : $"arguments 1-{count}";
}
