namespace Keelback.Vm;

/// <summary>Replacing characters by a table.</summary>
public partial class PyStr
{
    private static partial PyValue Translate(PyThread thread, PyStr self, PyValue table)
    {
        var result = new PyStrBuilder(self._length);
        for (var i = 0; i < self._length; i++)
        {
            if (!Operators.TryGetItem(thread, table, PyValue.FromInt(self[i]), out var mapped))
                result.Append(self[i]);
            else
                AppendMapped(result, mapped);
        }

        return result.ToPyStr();
    }

    private static partial PyValue MakeTrans(PyThread thread, PyValue x, PyValue y, PyValue z)
    {
        var table = new PyDict();
        if (!y.IsMissing)
        {
            if (x.Ref is not PyStr from)
                throw Raise.TypeError("first maketrans argument must be a string if there is a second argument");
            var to = Conversions.ToStr(y, "maketrans() argument 2");
            var removed = z.IsMissing ? Empty : Conversions.ToStr(z, "maketrans() argument 3");
            if (from._length != to._length)
                throw Raise.ValueError("the first two maketrans arguments must have equal length");
            for (var i = 0; i < from._length; i++)
                Operators.SetItem(thread, table, PyValue.FromInt(from[i]), PyValue.FromInt(to[i]));
            for (var i = 0; i < removed._length; i++)
                Operators.SetItem(thread, table, PyValue.FromInt(removed[i]), PyValue.None);
            return table;
        }

        if (x.Ref is not PyDict dict)
            throw Raise.TypeError("if you give only one argument to maketrans it must be a dict");
        for (var i = 0; i < dict.EntryEnd; i++)
        {
            var (key, value) = (dict.EntryAt(i).Key, dict.EntryAt(i).Value);
            if (!key.IsMissing)
                Operators.SetItem(thread, table, TableKey(key), value);
        }

        return table;
    }

    private static PyValue TableKey(PyValue key)
    {
        if (key.Ref is PyStr text)
        {
            return text._length == 1
                ? PyValue.FromInt(text[0])
                : throw Raise.ValueError("string keys in translatetable must be of length 1");
        }

        return key.IsSmallInt || key.IsBool || key.Ref is PyInt
            ? key
            : throw Raise.TypeError("keys in translate table mustbe strings or integers");
    }

    private static void AppendMapped(PyStrBuilder result, PyValue mapped)
    {
        switch (mapped)
        {
            case { IsNone: true }:
                break;
            case { Ref: PyStr text }:
                result.Append(text);
                break;
            case { IsSmallInt: true } or { IsBool: true }:
                result.Append(mapped.Bits is >= 0 and <= 0x10FFFF ? (int)mapped.Bits : throw OutOfRange());
                break;
            case { Ref: PyInt number }:
                result.Append(number.Value >= 0 && number.Value <= 0x10FFFF ? (int)number.Value : throw OutOfRange());
                break;
            default:
                throw Raise.TypeError("character mapping must return integer, None or str");
        }
    }

    private static PyException OutOfRange() =>
        Raise.ValueError("character mapping must be in range(0x110000)");
}
