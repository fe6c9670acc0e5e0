using Keelback.Vm;

namespace Keelback.Modules.Itertools;

/// <summary>The itertools module: iterators as building blocks.</summary>
[PyModule("itertools", Doc = "Iterators as building blocks for loops that need little memory.")]
internal static partial class ItertoolsModule
{
    private static readonly PyStr s_copy = PyStr.Intern("__copy__");

    private static void Initialize(PyThread thread, PyModule module)
    {
        ReadOnlySpan<PyType> types =
        [
            PyAccumulate.TypeObject, PyBatched.TypeObject, PyChain.TypeObject, PyCombinations.TypeObject,
            PyCombinationsWithReplacement.TypeObject, PyCompress.TypeObject, PyCount.TypeObject, PyCycle.TypeObject,
            PyDropWhile.TypeObject, PyFilterFalse.TypeObject, PyGroupBy.TypeObject, PyGrouper.TypeObject,
            PyIslice.TypeObject, PyPairwise.TypeObject, PyPermutations.TypeObject, PyProduct.TypeObject,
            PyRepeat.TypeObject, PyStarMap.TypeObject, PyTakeWhile.TypeObject, PyTee.TypeObject, PyZipLongest.TypeObject,
        ];
        foreach (var type in types)
            module.Add(type.Name, type);
    }

    [PyFunction("tee(iterable, n=2, /)", Doc = "Return a tuple of n independent iterators over one iterable.")]
    private static PyValue Tee(PyThread thread, PyValue iterable, long n)
    {
        if (n < 0)
            throw Raise.ValueError("n must be >= 0");
        if (n == 0)
            return PyTuple.Empty;
        var iterator = Operators.GetIterator(thread, iterable);
        var first = iterator.Type.Lookup(s_copy).IsMissing
            ? PyTee.Over(iterator)
            : iterator.Ref is PyTee ? thread.CallMethod(iterator, s_copy) : iterator;
        var items = new PyValue[n];
        items[0] = first;
        for (var i = 1; i < items.Length; i++)
            items[i] = thread.CallMethod(first, s_copy);
        return PyTuple.Own(items);
    }
}
