using System.Collections.Generic;
using System.Linq;

namespace Keelback.Generators.Slots;

/// <summary>A parameter of a slot's function.</summary>
internal sealed record SlotParameter(string Type, string Name, string Modifier = "")
{
    public string Declaration => $"{ModifierText}{Type} {Name}";

    public string TypeText => ModifierText + Type;

    public string Argument => ModifierText + Name;

    private string ModifierText => Modifier.Length == 0 ? "" : Modifier + " ";
}

/// <summary>
/// A C# signature that slots have. The first parameter is always the thread; the second the value, or class, whose
/// slot it is.
/// </summary>
internal sealed record SlotShape(string Name, string Result, IReadOnlyList<SlotParameter> Parameters)
{
    private const string Value = "PyValue";
    private const string Arguments = "System.ReadOnlySpan<PyValue>";

    private static readonly SlotParameter s_thread = new("PyThread", "thread");
    private static readonly SlotParameter s_self = new(Value, "self");

    private static readonly SlotShape[] s_all =
    [
        Of("unary", Value, s_self),
        Of("binary", Value, new(Value, "left"), new(Value, "right")),
        Of("ternary", Value, new(Value, "left"), new(Value, "right"), new(Value, "third")),
        Of("inquiry", "bool", s_self),
        Of("length", "long", s_self),
        Of("hash", "long", s_self),
        Of("contains", "bool", s_self, new(Value, "item")),
        Of("item", Value, s_self, new("long", "index")),
        Of("set_item", "void", s_self, new("long", "index"), new(Value, "value")),
        Of("set_subscript", "void", s_self, new(Value, "key"), new(Value, "value")),
        Of("getattr", Value, s_self, new("PyStr", "name")),
        Of("setattr", "void", s_self, new("PyStr", "name"), new(Value, "value")),
        Of("compare", Value, new(Value, "left"), new(Value, "right"), new("Keelback.Bytecode.ComparisonOperator", "op")),
        Of("call", Value, new(Value, "callee"), new(Arguments, "arguments"), new("PyTuple?", "keywordNames")),
        Of("new", Value, new("PyType", "cls"), new(Arguments, "arguments"), new("PyTuple?", "keywordNames")),
        Of("init", "void", s_self, new(Arguments, "arguments"), new("PyTuple?", "keywordNames")),
        Of("descr_get", Value, new(Value, "descriptor"), new(Value, "instance"), new(Value, "owner")),
        Of("descr_set", "void", new(Value, "descriptor"), new(Value, "instance"), new(Value, "value")),
        Of("finalize", "void", s_self),
        Of("send", "SendStatus", s_self, new(Value, "value"), new(Value, "result", "out")),
        Of("buffer", "PyBuffer", s_self, new("bool", "writable")),
        Of("release_buffer", "void", s_self, new("PyBuffer", "buffer")),
    ];

    public static IEnumerable<string> Names => s_all.Select(shape => shape.Name);

    /// <summary>The parameters as a method declares them.</summary>
    public string Declarations => string.Join(", ", Parameters.Select(parameter => parameter.Declaration));

    /// <summary>The function pointer's type.</summary>
    public string Pointer => $"delegate*<{string.Join(", ", Parameters.Select(parameter => parameter.TypeText))}, {Result}>";

    public static SlotShape? Find(string name) => s_all.FirstOrDefault(shape => shape.Name == name);

    private static SlotShape Of(string name, string result, params SlotParameter[] parameters) =>
        new(name, result, [s_thread, .. parameters]);
}
