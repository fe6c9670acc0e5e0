namespace Keelback.Vm;

/// <summary>sum(): ints and floats without objects in between; floats with a compensation for what rounding loses.</summary>
internal static class Summation
{
    public static PyValue Sum(PyThread thread, PyValue iterable, PyValue start)
    {
        switch (start.Ref)
        {
            case PyStr:
                throw Raise.TypeError("sum() can't sum strings [use ''.join(seq) instead]");
            case PyBytes:
                throw Raise.TypeError("sum() can't sum bytes [use b''.join(seq) instead]");
            case PyByteArray:
                throw Raise.TypeError("sum() can't sum bytearray [use b''.join(seq) instead]");
        }

        var total = start;
        var accumulator = default(FloatAccumulator);
        var isFloat = total.IsFloat;
        if (isFloat)
            accumulator.Sum = total.DoubleBits;
        foreach (var item in Operators.Iterate(thread, iterable))
        {
            if (isFloat)
            {
                if (item.IsFloat || item.IsSmallInt)
                {
                    accumulator.Add(item.IsFloat ? item.DoubleBits : item.Bits);
                    continue;
                }

                total = PyValue.FromFloat(accumulator.Total);
                isFloat = false;
            }
            else if (total.IsSmallInt && item.IsSmallInt)
            {
                var sum = unchecked(total.Bits + item.Bits);
                if (((total.Bits ^ sum) & (item.Bits ^ sum)) >= 0)
                {
                    total = PyValue.FromInt(sum);
                    continue;
                }
            }

            total = Operators.Binary(thread, Bytecode.BinaryOperator.Add, total, item);
            if (total.IsFloat)
            {
                isFloat = true;
                accumulator = new FloatAccumulator { Sum = total.DoubleBits };
            }
        }

        return isFloat ? PyValue.FromFloat(accumulator.Total) : total;
    }

    // Neumaier's variant of Kahan's summation.
    private struct FloatAccumulator
    {
        public double Sum;
        private double _compensation;

        public readonly double Total =>
            _compensation != 0 && double.IsFinite(_compensation) ? Sum + _compensation : Sum;

        public void Add(double value)
        {
            var next = Sum + value;
            _compensation += Math.Abs(Sum) >= Math.Abs(value) ? (Sum - next) + value : (value - next) + Sum;
            Sum = next;
        }
    }
}
