using System.Linq;

namespace Keelback.Generators.Slots;

/// <summary>
/// A way to make a Python-visible method of a slot: the shape it wraps and the method's signature. Its invoker is the
/// method of that name in SlotWrappers.
/// </summary>
internal sealed record SlotWrapperKind(string Name, string Shape, string Signature)
{
    private const string NoArguments = "($self, /)";
    private const string OneValue = "($self, value, /)";
    private const string OneKey = "($self, key, /)";
    private const string KeyAndValue = "($self, key, value, /)";
    private const string Anything = "($self, /, *args, **kwargs)";

    private static readonly SlotWrapperKind[] s_all =
    [
        new("unary", "unary", NoArguments),
        new("next", "unary", NoArguments),
        new("binary", "binary", OneValue),
        new("binary_reflected", "binary", OneValue),
        new("power", "ternary", "($self, value, mod=None, /)"),
        new("power_reflected", "ternary", "($self, value, mod=None, /)"),
        new("binary_of_ternary", "ternary", OneValue),
        new("inquiry", "inquiry", NoArguments),
        new("length", "length", NoArguments),
        new("hash", "hash", NoArguments),
        new("contains", "contains", OneKey),
        new("item", "item", OneValue),
        new("sequence_item", "item", OneKey),
        new("set_item", "set_item", KeyAndValue),
        new("delete_item", "set_item", OneKey),
        new("set_subscript", "set_subscript", KeyAndValue),
        new("delete_subscript", "set_subscript", OneKey),
        new("getattr", "getattr", "($self, name, /)"),
        new("setattr", "setattr", "($self, name, value, /)"),
        new("delattr", "setattr", "($self, name, /)"),
        new("compare", "compare", OneValue),
        new("call", "call", Anything),
        new("init", "init", Anything),
        new("descr_get", "descr_get", "($self, instance, owner=None, /)"),
        new("descr_set", "descr_set", "($self, instance, value, /)"),
        new("descr_delete", "descr_set", "($self, instance, /)"),
        new("finalize", "finalize", NoArguments),
    ];

    public static System.Collections.Generic.IEnumerable<string> NamesFor(string shape) =>
        s_all.Where(kind => kind.Shape == shape).Select(kind => kind.Name);

    public static SlotWrapperKind? Find(string name) => s_all.FirstOrDefault(kind => kind.Name == name);
}
