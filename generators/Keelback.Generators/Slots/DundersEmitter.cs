using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Slots;

/// <summary>Writes the names of the special methods that fill slots, interned.</summary>
internal static class DundersEmitter
{
    public static string Emit(SlotTable table)
    {
        var writer = SourceWriter.ForFile("Keelback.Vm");
        writer.Line("/// <summary>The names of the special methods that fill slots, interned.</summary>");
        writer.Open("internal static class Dunders");
        foreach (var dunder in table.Slots.SelectMany(slot => slot.Dunders).GroupBy(dunder => dunder.Name).Select(group => group.First()))
        {
            writer.Line($"/// <summary>{dunder.Name}: {CSharpNames.Xml(dunder.Doc)}</summary>");
            writer.Line($"public static readonly PyStr {dunder.CSharpName} = PyStr.Intern({CSharpNames.Literal(dunder.Name)});");
            writer.Line();
        }

        writer.Close();
        return writer.ToString();
    }
}
