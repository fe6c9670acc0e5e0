namespace Keelback.Vm;

/// <summary>The TypeErrors of a call whose arguments do not fit, in CPython's words.</summary>
internal static partial class FrameBinding
{
    private static PyException TooManyPositional(PyFunction function, int given, ReadOnlySpan<PyValue> places)
    {
        var portable = function.Code.Portable;
        var defaults = function.Defaults?.Count ?? 0;
        var keywordOnly = 0;
        for (var i = portable.ArgCount; i < portable.ArgCount + portable.KwOnlyArgCount; i++)
            keywordOnly += places[i].IsMissing ? 0 : 1;
        var takes = defaults > 0 ? $"from {portable.ArgCount - defaults} to {portable.ArgCount}" : $"{portable.ArgCount}";
        var isPlural = defaults > 0 || portable.ArgCount != 1;
        var also = keywordOnly > 0
            ? $" positional argument{(given != 1 ? "s" : "")} (and {keywordOnly} keyword-only argument{(keywordOnly != 1 ? "s" : "")})"
            : "";
        return Raise.TypeError(
            $"{function.QualifiedName.Value}() takes {takes} positional argument{(isPlural ? "s" : "")} but {given}{also} "
            + $"{(given == 1 && keywordOnly == 0 ? "was" : "were")} given");
    }

    private static PyException MissingPositional(PyFunction function, int required, ReadOnlySpan<PyValue> places) =>
        Missing(function, "positional", 0, required, places);

    private static PyException MissingKeywordOnly(PyFunction function, ReadOnlySpan<PyValue> places)
    {
        var portable = function.Code.Portable;
        return Missing(function, "keyword-only", portable.ArgCount, portable.ArgCount + portable.KwOnlyArgCount, places);
    }

    private static PyException Missing(PyFunction function, string kind, int start, int end, ReadOnlySpan<PyValue> places)
    {
        var names = new List<string>();
        for (var i = start; i < end; i++)
        {
            var name = function.Code.Executable.LocalNames[i];
            if (places[i].IsMissing && function.KeywordDefaults?.TryGetValue(name, out _) is not true)
                names.Add($"'{name.Value}'");
        }

        var list = names.Count switch
        {
            1 => names[0],
            2 => $"{names[0]} and {names[1]}",
            _ => string.Join(", ", names.SkipLast(1)) + ", and " + names[^1],
        };
        return Raise.TypeError(
            $"{function.QualifiedName.Value}() missing {names.Count} required {kind} argument{(names.Count != 1 ? "s" : "")}: {list}");
    }

    private static PyException UnexpectedKeyword(PyFunction function, PyTuple given, PyStr name)
    {
        var code = function.Code.Executable;
        var positionalOnly = code.LocalNames.Take(code.Code.Portable.PosOnlyArgCount).Select(parameter => parameter.Value).ToList();
        var passed = given.Items.Select(value => ((PyStr)value.Ref!).Value).Where(positionalOnly.Contains).ToList();
        if (passed.Count > 0)
        {
            return Raise.TypeError(
                $"{function.QualifiedName.Value}() got some positional-only arguments passed as keyword arguments: "
                + $"'{string.Join(", ", passed)}'");
        }

        var portable = code.Code.Portable;
        string[] candidates = [.. code.LocalNames.Take(portable.ArgCount + portable.KwOnlyArgCount)
            .Skip(portable.PosOnlyArgCount).Select(parameter => parameter.Value)];
        var hint = NameSuggestion.Find(name.Value, candidates) is { } near ? $". Did you mean '{near}'?" : "";
        return Raise.TypeError($"{function.QualifiedName.Value}() got an unexpected keyword argument '{name.Value}'{hint}");
    }
}
