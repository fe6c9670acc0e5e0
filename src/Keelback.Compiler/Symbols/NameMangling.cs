namespace Keelback.Compiler.Symbols;

/// <summary>Private names: within class Spam, __egg means _Spam__egg, whatever is done with the name.</summary>
internal static class NameMangling
{
    /// <summary>The name as it is within a class; null is no class.</summary>
    public static string Mangle(string? className, string name)
    {
        if (className is null
            || !name.StartsWith("__", StringComparison.Ordinal)
            || name.EndsWith("__", StringComparison.Ordinal)
            || name.Contains('.'))
        {
            return name;
        }

        var bare = className.TrimStart('_');
        return bare.Length == 0 ? name : "_" + bare + name;
    }

    /// <summary>The same, but a generic class's type parameter block mangles its type parameters alone.</summary>
    public static string Mangle(string? className, SymbolBlock block, string name) =>
        block.MangledNames is { } mangled && !mangled.Contains(name) ? name : Mangle(className, name);
}
