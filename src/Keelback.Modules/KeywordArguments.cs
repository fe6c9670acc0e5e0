using Keelback.Vm;

namespace Keelback.Modules;

/// <summary>Puts positional arguments and a dict of keywords into the form in which calls take them.</summary>
internal static class KeywordArguments
{
    /// <summary>The arguments, the keywords' values last, with the keywords' names.</summary>
    public static (PyValue[] Values, PyTuple? Names) Append(ReadOnlySpan<PyValue> arguments, PyDict? keywords)
    {
        if (keywords is null || keywords.Count == 0)
            return (arguments.ToArray(), null);
        var values = new PyValue[arguments.Length + keywords.Count];
        var names = new PyValue[keywords.Count];
        arguments.CopyTo(values);
        var count = 0;
        for (var i = 0; i < keywords.EntryEnd; i++)
        {
            if (keywords.EntryAt(i).Key.IsMissing)
                continue;
            names[count] = keywords.EntryAt(i).Key;
            values[arguments.Length + count++] = keywords.EntryAt(i).Value;
        }

        return (values, PyTuple.Own(names));
    }
}
