using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Exceptions;

/// <summary>Writes the table of warning categories and the default filters.</summary>
internal static class WarningCategoriesEmitter
{
    public static string Emit(ExceptionTree tree)
    {
        var warnings = tree.Exceptions.Where(exception => exception.IsWarning).ToList();
        var writer = SourceWriter.ForFile("Keelback.Vm");
        writer.Line("/// <summary>The warning categories, and what happens to warnings that no filter of the user's speaks of.</summary>");
        writer.Open("internal static class WarningCategories");
        writer.Line("/// <summary>The categories, each after its base.</summary>");
        writer.Line("public static readonly PyType[] All =").Line("[").Indent();
        foreach (var warning in warnings)
            writer.Line($"ExceptionTypes.{warning.CSharpName},");
        writer.Unindent().Line("];").Line();
        writer.Line("/// <summary>The default filters, in the order in which they are asked.</summary>");
        writer.Line("public static readonly WarningFilter[] DefaultFilters =").Line("[").Indent();
        foreach (var warning in warnings)
        {
            foreach (var filter in warning.Filters)
            {
                var module = filter.Module.Length == 0 ? "null" : CSharpNames.Literal(filter.Module);
                writer.Line($"new({CSharpNames.Literal(filter.Action)}, ExceptionTypes.{warning.CSharpName}, {module}),");
            }
        }

        writer.Unindent().Line("];");
        writer.Close();
        return writer.ToString();
    }
}
