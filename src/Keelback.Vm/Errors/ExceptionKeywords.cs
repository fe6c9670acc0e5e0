namespace Keelback.Vm;

/// <summary>The keywords that a few exceptions' constructors take beside any number of arguments.</summary>
internal static class ExceptionKeywords
{
    /// <summary>The values of the keywords, missing where not given; the arguments are left with those without a name.</summary>
    public static PyValue[] Take(
        string constructor, string[] keywords, ref ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var values = new PyValue[keywords.Length];
        if (keywordNames is null)
            return values;
        var positional = arguments.Length - keywordNames.Count;
        for (var i = 0; i < keywordNames.Count; i++)
        {
            var name = ((PyStr)keywordNames[i].Ref!).Value;
            var index = Array.IndexOf(keywords, name);
            if (index < 0)
            {
                var hint = NameSuggestion.Find(name, keywords) is { } meant ? $". Did you mean '{meant}'?" : "";
                throw Raise.TypeError($"{constructor}() got an unexpected keyword argument '{name}'{hint}");
            }

            values[index] = arguments[positional + i];
        }

        arguments = arguments[..positional];
        return values;
    }
}
