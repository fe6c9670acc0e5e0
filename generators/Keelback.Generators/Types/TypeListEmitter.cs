using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Types;

/// <summary>Writes the list of all built-in types that spec/types declares.</summary>
internal static class TypeListEmitter
{
    public static string Emit(TypeLinks links)
    {
        var writer = SourceWriter.ForFile("Keelback.Vm");
        writer.Line("/// <summary>The built-in types that spec/types declares.</summary>");
        writer.Open("internal static class BuiltinTypes");
        writer.Line("/// <summary>All of them, by name; asking for a type makes it.</summary>");
        writer.Line("internal static PyType[] All =>").Line("[").Indent();
        foreach (var link in links.Links.OrderBy(link => link.PythonName, System.StringComparer.Ordinal))
            writer.Line($"{link.CSharpName}.TypeObject,");
        writer.Unindent().Line("];");
        writer.Close();
        return writer.ToString();
    }
}
