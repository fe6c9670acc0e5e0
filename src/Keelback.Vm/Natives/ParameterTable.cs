using System.Runtime.CompilerServices;

namespace Keelback.Vm;

/// <summary>
/// The parameters of a native function that takes keywords, and the binding of a call's arguments to them. Arguments
/// given by position are used where they lie; only keywords and absent arguments need the buffer.
/// </summary>
internal sealed class ParameterTable
{
    private readonly string _function;
    private readonly string[] _names;
    private readonly int _positionalOnly;
    private readonly int _positional;
    private readonly int _required;
    private readonly int _keywordOnlyRequired;
    private readonly bool _hasVarPositional;
    private readonly bool _hasVarKeyword;

    /// <summary>Names in order; counts of positional-only, all positional, required positional and required keyword-only ones.</summary>
    public ParameterTable(
        string function,
        string[] names,
        int positionalOnly,
        int positional,
        int required,
        int keywordOnlyRequired,
        bool hasVarPositional = false,
        bool hasVarKeyword = false)
    {
        _function = function;
        _names = names;
        _positionalOnly = positionalOnly;
        _positional = positional;
        _required = required;
        _keywordOnlyRequired = keywordOnlyRequired;
        _hasVarPositional = hasVarPositional;
        _hasVarKeyword = hasVarKeyword;
    }

    /// <summary>One value per parameter, missing where the call gives none; throws CPython's TypeErrors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<PyValue> Bind(ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames, Span<PyValue> buffer) =>
        keywordNames is null && arguments.Length == _names.Length && _positional == _names.Length
            ? arguments
            : BindSlow(arguments, keywordNames, buffer, null);

    /// <summary>
    /// The same for a function that takes any keyword; those without a parameter go to a dict, null where there are none.
    /// </summary>
    public ReadOnlySpan<PyValue> Bind(
        ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames, Span<PyValue> buffer, out PyDict? extra)
    {
        extra = keywordNames is null ? null : new PyDict();
        var bound = BindSlow(arguments, keywordNames, buffer, extra);
        if (extra is { Count: 0 })
            extra = null;
        return bound;
    }

    /// <summary>The positional arguments beyond the parameters.</summary>
    public ReadOnlySpan<PyValue> Rest(ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var count = arguments.Length - (keywordNames?.Count ?? 0);
        return count > _positional ? arguments[_positional..count] : default;
    }

    private ReadOnlySpan<PyValue> BindSlow(
        ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames, Span<PyValue> buffer, PyDict? extra)
    {
        var keywords = keywordNames?.Count ?? 0;
        var given = arguments.Length - keywords;
        CheckCounts(given, keywords);

        var placed = Math.Min(given, _positional);
        arguments[..placed].CopyTo(buffer);
        if (keywords > 0 || given < _required || _keywordOnlyRequired > 0)
            BindKeywords(arguments[given..], keywordNames, placed, buffer, extra);
        return buffer[.._names.Length];
    }

    private void CheckCounts(int given, int keywords)
    {
        if (!_hasVarPositional)
        {
            var most = _names.Length;
            if (!_hasVarKeyword && given + keywords > most)
            {
                var kind = given == 0 ? "keyword " : "";
                throw Raise.TypeError(
                    $"{_function}() takes at most {most} {kind}argument{ArgumentErrors.Plural(most)} ({given + keywords} given)");
            }

            if (given > _positional)
            {
                if (_positional == 0)
                    throw Raise.TypeError($"{_function}() takes no positional arguments");
                var bound = _required < _positional ? "at most" : "exactly";
                throw Raise.TypeError(
                    $"{_function}() takes {bound} {_positional} positional argument{ArgumentErrors.Plural(_positional)} ({given} given)");
            }
        }

        var least = Math.Min(_positionalOnly, _required);
        if (given < least)
        {
            var bound = least < _positional ? "at least" : "exactly";
            throw Raise.TypeError(
                $"{_function}() takes {bound} {least} positional argument{ArgumentErrors.Plural(least)} ({given} given)");
        }
    }

    private void BindKeywords(
        ReadOnlySpan<PyValue> values, PyTuple? keywordNames, int placed, Span<PyValue> buffer, PyDict? extra)
    {
        var matched = 0;
        for (var i = Math.Max(placed, _positionalOnly); i < _names.Length; i++)
        {
            var at = IndexOf(keywordNames, _names[i]);
            if (at >= 0)
            {
                buffer[i] = values[at];
                matched++;
            }
            else if (i < _required || (i >= _positional && i < _positional + _keywordOnlyRequired))
            {
                throw Raise.TypeError($"{_function}() missing required argument '{_names[i]}' (pos {i + 1})");
            }
        }

        if (keywordNames is not null && matched < keywordNames.Count)
            TakeRemaining(values, keywordNames, placed, extra);
    }

    // Keywords that no open parameter took: given twice, unknown, or to be collected.
    private void TakeRemaining(ReadOnlySpan<PyValue> values, PyTuple keywordNames, int placed, PyDict? extra)
    {
        for (var i = _positionalOnly; i < placed; i++)
        {
            if (IndexOf(keywordNames, _names[i]) >= 0)
            {
                throw _hasVarPositional
                    ? Unexpected(_names[i])
                    : Raise.TypeError($"argument for {_function}() given by name ('{_names[i]}') and position ({i + 1})");
            }
        }

        for (var at = 0; at < keywordNames.Count; at++)
        {
            if (keywordNames[at].Ref is not PyStr name)
                throw Raise.TypeError("keywords must be strings");
            if (Array.IndexOf(_names, name.Value, _positionalOnly) >= 0)
                continue;
            if (extra is null)
                throw Unexpected(name.Value);
            extra.Set(PyStr.Intern(name), values[at]);
        }
    }

    private PyException Unexpected(string name)
    {
        var suggestion = NameSuggestion.Find(name, _names.AsSpan(_positionalOnly));
        var hint = suggestion is null ? "" : $". Did you mean '{suggestion}'?";
        return Raise.TypeError($"{_function}() got an unexpected keyword argument '{name}'{hint}");
    }

    private static int IndexOf(PyTuple? keywordNames, string name)
    {
        if (keywordNames is null)
            return -1;
        var names = keywordNames.Items;
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].Ref is PyStr text && text.Value == name)
                return i;
        }

        return -1;
    }
}
