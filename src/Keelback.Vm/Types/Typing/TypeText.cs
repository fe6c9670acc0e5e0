namespace Keelback.Vm;

/// <summary>How types are written within aliases and unions: by their qualified names, those of builtins without module.</summary>
internal static class TypeText
{
    private static readonly PyStr s_origin = PyStr.Intern("__origin__");
    private static readonly PyStr s_args = PyStr.Intern("__args__");

    public static string Of(PyThread thread, PyValue type)
    {
        if (type.Ref is PyEllipsis)
            return "...";
        if (ReferenceEquals(type.Ref, PyNone.TypeObject))
            return "None";
        var isAlias = Operators.TryGetAttribute(thread, type, s_origin, out _)
            && Operators.TryGetAttribute(thread, type, s_args, out _);
        if (isAlias || !Operators.TryGetAttribute(thread, type, Names.QualName, out var name)
            || !Operators.TryGetAttribute(thread, type, Names.Module, out var module) || module.IsNone)
            return Operators.Repr(thread, type).Value;
        var text = Operators.Str(thread, name).Value;
        var moduleText = Operators.Str(thread, module).Value;
        return moduleText == "builtins" ? text : $"{moduleText}.{text}";
    }
}
