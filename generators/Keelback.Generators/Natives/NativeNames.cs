using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Natives;

/// <summary>The names of generated members, by rule.</summary>
internal static class NativeNames
{
    /// <summary>The stem of a native's generated members: append gives Append, __reduce__ gives DunderReduce.</summary>
    public static string Stem(string pythonName)
    {
        var bare = pythonName.Trim('_');
        var stem = bare.Length == 0 ? "Underscore" : CSharpNames.Pascal(bare);
        if (pythonName.StartsWith("__") && pythonName.EndsWith("__") && pythonName.Length > 4)
            return "Dunder" + stem;
        return pythonName.StartsWith("_") ? "Underscore" + stem : stem;
    }

    /// <summary>The C# name of a Python parameter: rel_tol gives relTol, _x gives x.</summary>
    public static string Parameter(string pythonName) =>
        pythonName.Trim('_').Length == 0 ? "underscore" : CSharpNames.Camel(pythonName);

    /// <summary>Whether a name from a spec can be a C# method's.</summary>
    public static bool IsIdentifier(string name) =>
        name.Length > 0 && !char.IsDigit(name[0]) && name.All(c => c == '_' || char.IsLetterOrDigit(c));
}
