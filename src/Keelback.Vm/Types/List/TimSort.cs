namespace Keelback.Vm;

/// <summary>
/// A stable merge sort that finds the runs which are there already (timsort), and merges them in powersort's order.
/// Values, where there are any, move with their keys. A comparison may throw: the arrays then still hold every item.
/// How two runs are merged is in TimSort.Merging.cs.
/// </summary>
/// <seealso href="https://www.wild-inter.net/publications/munro-wild-2018">J. Ian Munro and Sebastian Wild, Nearly-Optimal Mergesorts</seealso>
internal sealed partial class TimSort<TKey, TOrder>
    where TOrder : struct, IKeyOrder<TKey>
{
    // The deepest stack that powers allow for 32-bit lengths, and then some.
    private const int MaxRuns = 48;
    private const int LongestMinRun = 64;

    private readonly TOrder _order;
    private readonly TKey[] _keys;
    private readonly PyValue[]? _values;
    private readonly int _count;
    private readonly Run[] _runs = new Run[MaxRuns];
    private int _runCount;

    public TimSort(TOrder order, TKey[] keys, PyValue[]? values, int count)
    {
        _order = order;
        _keys = keys;
        _values = values;
        _count = count;
    }

    public void Sort()
    {
        if (_count < 2)
            return;
        var minRun = MinRun(_count);
        for (var start = 0; start < _count;)
        {
            var length = CountRun(start);
            if (length < minRun)
            {
                var forced = Math.Min(minRun, _count - start);
                InsertInto(start, length, forced);
                length = forced;
            }

            Push(start, length);
            start += length;
        }

        while (_runCount > 1)
        {
            var i = _runCount - 2;
            if (i > 0 && _runs[i - 1].Length < _runs[i + 1].Length)
                i--;
            MergeAt(i);
        }
    }

    // Such that the count divided by it is a power of two, or a little less.
    private static int MinRun(int count)
    {
        var rest = 0;
        while (count >= LongestMinRun)
        {
            rest |= count & 1;
            count >>= 1;
        }

        return count + rest;
    }

    // How deep in a perfectly balanced tree of merges the boundary between two runs would lie.
    private static int PowerOf(long start, long first, long second, long count)
    {
        var a = (2 * start) + first;
        var b = a + first + second;
        for (var power = 1; ; power++)
        {
            if (a >= count)
            {
                a -= count;
                b -= count;
            }
            else if (b >= count)
            {
                return power;
            }

            a <<= 1;
            b <<= 1;
        }
    }

    // The run that begins at a place; a strictly descending one is turned round.
    private int CountRun(int start)
    {
        var next = start + 1;
        if (next == _count)
            return 1;
        if (_order.IsLess(_keys[next], _keys[start]))
        {
            next++;
            while (next < _count && _order.IsLess(_keys[next], _keys[next - 1]))
                next++;
            Array.Reverse(_keys, start, next - start);
            if (_values is not null)
                Array.Reverse(_values, start, next - start);
        }
        else
        {
            next++;
            while (next < _count && !_order.IsLess(_keys[next], _keys[next - 1]))
                next++;
        }

        return next - start;
    }

    // Lengthens a sorted run by binary insertion of the items behind it.
    private void InsertInto(int start, int sorted, int length)
    {
        for (var i = start + sorted; i < start + length; i++)
        {
            var key = _keys[i];
            var (low, high) = (start, i);
            while (low < high)
            {
                var middle = (int)(((uint)low + (uint)high) >> 1);
                if (_order.IsLess(key, _keys[middle]))
                    high = middle;
                else
                    low = middle + 1;
            }

            Array.Copy(_keys, low, _keys, low + 1, i - low);
            _keys[low] = key;
            if (_values is null)
                continue;
            var value = _values[i];
            Array.Copy(_values, low, _values, low + 1, i - low);
            _values[low] = value;
        }
    }

    private void Push(int start, int length)
    {
        if (_runCount > 0)
        {
            var last = _runs[_runCount - 1];
            var power = PowerOf(last.Start, last.Length, length, _count);
            while (_runCount > 1 && _runs[_runCount - 2].Power > power)
                MergeAt(_runCount - 2);
            _runs[_runCount - 1].Power = power;
        }

        _runs[_runCount++] = new Run { Start = start, Length = length };
    }

    private void MergeAt(int i)
    {
        var (first, second) = (_runs[i], _runs[i + 1]);
        _runs[i].Length = first.Length + second.Length;
        if (i == _runCount - 3)
            _runs[i + 1] = _runs[i + 2];
        _runCount--;
        Merge(first.Start, first.Length, second.Start, second.Length);
    }

    private struct Run
    {
        public int Start;
        public int Length;
        public int Power;
    }
}
