namespace Keelback.Vm;

/// <summary>Annotations that are computed when somebody asks (PEP 649).</summary>
internal static class AnnotationDicts
{
    private static readonly PyValue s_valueFormat = PyValue.FromInt(1);

    /// <summary>What an annotate function gives in the VALUE format; an empty dict without one.</summary>
    public static PyDict Compute(PyThread thread, PyValue annotate, string name)
    {
        if (annotate.IsMissing || annotate.IsNone)
            return new PyDict();
        var result = thread.Call(annotate, s_valueFormat);
        return result.Ref as PyDict
            ?? throw Raise.TypeError($"{name} returned non-dict of type '{result.Type.Name}'");
    }

    /// <summary>The dict of names and values in turn.</summary>
    public static PyDict FromPairs(PyTuple pairs)
    {
        var dict = new PyDict();
        for (var i = 0; i + 1 < pairs.Count; i += 2)
            dict.Set((PyStr)pairs[i].Ref!, pairs[i + 1]);
        return dict;
    }
}
