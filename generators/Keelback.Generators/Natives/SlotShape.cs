using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Natives;

/// <summary>The C# form of a slot's shape: what its method takes after the thread, and gives.</summary>
internal sealed record SlotShape(string Result, params (string Type, string Name)[] Parameters)
{
    private static readonly Dictionary<string, SlotShape> s_shapes = new()
    {
        ["unary"] = new("PyValue", ("PyValue", "self")),
        ["binary"] = new("PyValue", ("PyValue", "left"), ("PyValue", "right")),
        ["ternary"] = new("PyValue", ("PyValue", "left"), ("PyValue", "right"), ("PyValue", "third")),
        ["inquiry"] = new("bool", ("PyValue", "self")),
        ["length"] = new("long", ("PyValue", "self")),
        ["hash"] = new("long", ("PyValue", "self")),
        ["contains"] = new("bool", ("PyValue", "self"), ("PyValue", "item")),
        ["item"] = new("PyValue", ("PyValue", "self"), ("long", "index")),
        ["set_item"] = new("void", ("PyValue", "self"), ("long", "index"), ("PyValue", "value")),
        ["subscript"] = new("PyValue", ("PyValue", "self"), ("PyValue", "key")),
        ["set_subscript"] = new("void", ("PyValue", "self"), ("PyValue", "key"), ("PyValue", "value")),
        ["getattr"] = new("PyValue", ("PyValue", "self"), ("PyStr", "name")),
        ["setattr"] = new("void", ("PyValue", "self"), ("PyStr", "name"), ("PyValue", "value")),
        ["compare"] = new("PyValue", ("PyValue", "left"), ("PyValue", "right"), ("CompareOperator", "operation")),
        ["call"] = new("PyValue", ("PyValue", "self"), ("ReadOnlySpan<PyValue>", "args"), ("PyTuple?", "keywordNames")),
        ["new"] = new("PyValue", ("PyType", "cls"), ("ReadOnlySpan<PyValue>", "args"), ("PyTuple?", "keywordNames")),
        ["init"] = new("void", ("PyValue", "self"), ("ReadOnlySpan<PyValue>", "args"), ("PyTuple?", "keywordNames")),
        ["descr_get"] = new("PyValue", ("PyValue", "self"), ("PyValue", "instance"), ("PyValue", "owner")),
        ["descr_set"] = new("void", ("PyValue", "self"), ("PyValue", "instance"), ("PyValue", "value")),
        ["finalize"] = new("void", ("PyValue", "self")),
        ["buffer"] = new("PyBuffer", ("PyValue", "self"), ("bool", "writable")),
    };

    /// <summary>The parameter list of a method of this shape.</summary>
    public string ParameterList =>
        "PyThread thread" + string.Concat(Parameters.Select(parameter => $", {parameter.Type} {parameter.Name}"));

    /// <summary>The shape of a name; null where there is none.</summary>
    public static SlotShape? Find(string name) => s_shapes.TryGetValue(name, out var shape) ? shape : null;
}

/// <summary>A slot's name and the name of its shape.</summary>
internal sealed record SlotName(string Name, string Shape);

/// <summary>The slots that spec/slots.yaml declares, as far as natives need to know them.</summary>
internal sealed record SlotNames(EquatableArray<SlotName> Slots)
{
    public IEnumerable<string> All => Slots.Select(slot => slot.Name);

    public string? ShapeOf(string slot) => Slots.FirstOrDefault(candidate => candidate.Name == slot)?.Shape;

    /// <summary>Reads names and shapes alone; what is wrong in the file is reported by the generator of slots.</summary>
    public static SlotNames Read(IEnumerable<SpecFile> files)
    {
        var slots = new List<SlotName>();
        foreach (var file in files.OrderBy(file => file.IsOverlay))
        {
            foreach (var entry in YamlReader.ReadMap(file.Text, new SpecDiagnosticBag(file.Path))?.Entries ?? [])
            {
                slots.RemoveAll(slot => slot.Name == entry.Key.Value);
                if (entry.Value is not YamlMap map)
                    continue;
                var shape = map.Entries.FirstOrDefault(pair => pair.Key.Value == "shape").Value as YamlScalar;
                slots.Add(new(entry.Key.Value, shape?.Value ?? ""));
            }
        }

        return new(slots.ToEquatableArray());
    }
}
