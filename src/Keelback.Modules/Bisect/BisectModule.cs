using Keelback.Vm;

namespace Keelback.Modules.Bisect;

/// <summary>The _bisect module: binary search in sorted sequences.</summary>
[PyModule("_bisect", Doc = "Bisection algorithms.")]
internal static partial class BisectModule
{
    private static readonly PyStr s_insert = PyStr.Intern("insert");

    [PyFunction("bisect_right(a, x, lo=0, hi=None, *, key=None)", Doc = "Return the index where to insert item x in list a, assuming a is sorted; after equal items.")]
    private static long BisectRight(PyThread thread, PyValue a, PyValue x, long lo, PyValue hi, PyValue key) =>
        Find(thread, a, x, lo, hi, key, afterEqual: true);

    [PyFunction("bisect(a, x, lo=0, hi=None, *, key=None)", Doc = "Return the index where to insert item x in list a, assuming a is sorted; after equal items.")]
    private static long Bisect(PyThread thread, PyValue a, PyValue x, long lo, PyValue hi, PyValue key) =>
        Find(thread, a, x, lo, hi, key, afterEqual: true);

    [PyFunction("bisect_left(a, x, lo=0, hi=None, *, key=None)", Doc = "Return the index where to insert item x in list a, assuming a is sorted; before equal items.")]
    private static long BisectLeft(PyThread thread, PyValue a, PyValue x, long lo, PyValue hi, PyValue key) =>
        Find(thread, a, x, lo, hi, key, afterEqual: false);

    [PyFunction("insort_right(a, x, lo=0, hi=None, *, key=None)", Doc = "Insert item x in list a, and keep it sorted assuming a is sorted; after equal items.")]
    private static void InsortRight(PyThread thread, PyValue a, PyValue x, long lo, PyValue hi, PyValue key) =>
        Insert(thread, a, x, lo, hi, key, afterEqual: true);

    [PyFunction("insort(a, x, lo=0, hi=None, *, key=None)", Doc = "Insert item x in list a, and keep it sorted assuming a is sorted; after equal items.")]
    private static void Insort(PyThread thread, PyValue a, PyValue x, long lo, PyValue hi, PyValue key) =>
        Insert(thread, a, x, lo, hi, key, afterEqual: true);

    [PyFunction("insort_left(a, x, lo=0, hi=None, *, key=None)", Doc = "Insert item x in list a, and keep it sorted assuming a is sorted; before equal items.")]
    private static void InsortLeft(PyThread thread, PyValue a, PyValue x, long lo, PyValue hi, PyValue key) =>
        Insert(thread, a, x, lo, hi, key, afterEqual: false);

    private static void Insert(PyThread thread, PyValue list, PyValue item, long low, PyValue high, PyValue key, bool afterEqual)
    {
        var sought = key.IsNone ? item : thread.Call(key, item);
        var index = Find(thread, list, sought, low, high, key, afterEqual);
        thread.CallAttribute(list, s_insert, PyValue.FromInt(index), item);
    }

    private static long Find(PyThread thread, PyValue list, PyValue sought, long low, PyValue highest, PyValue key, bool afterEqual)
    {
        if (low < 0)
            throw Raise.ValueError("lo must be non-negative");
        var high = highest.IsNone ? -1 : Operators.ToIndex(thread, highest, Raise.OverflowError);
        if (high == -1)
            high = Operators.Length(thread, list);
        var plain = list.Ref is PyList exact && ReferenceEquals(exact.Type, PyList.TypeObject) ? exact : null;
        while (low < high)
        {
            var middle = (long)(((ulong)low + (ulong)high) / 2);
            var item = plain is not null && middle < plain.Count
                ? plain.Items[middle]
                : Operators.GetItem(thread, list, PyValue.FromInt(middle));
            if (!key.IsNone)
                item = thread.Call(key, item);
            if (afterEqual ? !Operators.IsLess(thread, sought, item) : Operators.IsLess(thread, item, sought))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
