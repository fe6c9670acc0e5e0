using System.Runtime.CompilerServices;

namespace Keelback.Vm;

/// <summary>
/// The TypeErrors for calls with the wrong arguments, in CPython's words. They are made on cold paths alone: generated
/// code tests first, then throws what is returned here.
/// </summary>
internal static class ArgumentErrors
{
    /// <summary>For a function without parameters.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static PyException TakesNoArguments(string fullName, int count, PyTuple? keywordNames) =>
        keywordNames is { Count: > 0 }
            ? TakesNoKeywords(fullName)
            : Raise.TypeError($"{fullName}() takes no arguments ({count} given)");

    /// <summary>For a function with one required positional parameter.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static PyException TakesOneArgument(string fullName, int count, PyTuple? keywordNames) =>
        keywordNames is { Count: > 0 }
            ? TakesNoKeywords(fullName)
            : Raise.TypeError($"{fullName}() takes exactly one argument ({count} given)");

    /// <summary>For a function whose parameters are all positional.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static PyException Positional(
        string name, string fullName, int count, int minimum, int maximum, PyTuple? keywordNames)
    {
        if (keywordNames is { Count: > 0 })
            return TakesNoKeywords(fullName);
        var limit = count < minimum ? minimum : maximum;
        var which = minimum == maximum ? "" : count < minimum ? "at least " : "at most ";
        return Raise.TypeError($"{name} expected {which}{limit} argument{Plural(limit)}, got {count}");
    }

    /// <summary>For a function that takes no keywords.</summary>
    public static PyException TakesNoKeywords(string fullName) => Raise.TypeError($"{fullName}() takes no keyword arguments");

    /// <summary>For an argument of the wrong type; the place is "f() argument 1" or "f() argument 'x'".</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static PyException WrongType(string place, string expected, PyValue value) =>
        Raise.TypeError($"{place} must be {expected}, not {(value.IsNone ? "None" : value.Type.Name)}");

    /// <summary>The "s" of more than one.</summary>
    internal static string Plural(int count) => count == 1 ? "" : "s";
}
