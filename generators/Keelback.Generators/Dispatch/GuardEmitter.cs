using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Opcodes;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Dispatch;

/// <summary>Writes the guard of a specialised form: what fails it runs the general form.</summary>
internal static class GuardEmitter
{
    private static readonly Dictionary<string, string> Tests = new()
    {
        ["int"] = "{0}.IsSmallInt",
        ["compact_int"] = "{0}.IsSmallInt",
        ["float"] = "{0}.IsFloat",
        ["bool"] = "{0}.IsBool",
        ["none"] = "{0}.IsNone",
        ["null"] = "{0}.IsMissing",
        ["str"] = "IsExactly<PyStr>({0})",
        ["list"] = "IsExactly<PyList>({0})",
        ["tuple"] = "IsExactly<PyTuple>({0})",
        ["dict"] = "IsExactly<PyDict>({0})",
        ["slice"] = "IsExactly<PySlice>({0})",
        ["module"] = "IsExactly<PyModule>({0})",
        ["type"] = "IsExactly<PyType>({0})",
        ["function"] = "IsExactly<PyFunction>({0})",
        ["method"] = "IsExactly<PyMethod>({0})",
        ["builtin_function"] = "IsExactly<PyBuiltinFunction>({0})",
        ["method_descriptor"] = "IsExactly<PyMethodDescriptor>({0})",
        ["list_iterator"] = "IsExactly<PyListIterator>({0})",
        ["tuple_iterator"] = "IsExactly<PyTupleIterator>({0})",
        ["range_iterator"] = "IsExactly<PyRangeIterator>({0})",
        ["generator"] = "IsExactly<PyGenerator>({0})",
        ["generator_or_coroutine"] = "IsExactly<PyGenerator>({0})",
        ["any_set"] = "{0}.Ref is PySet",
    };

    public static void Emit(SourceWriter writer, HandlerModel handler)
    {
        var tests = new List<string>();
        foreach (var guard in handler.Opcode.Guards)
        {
            if (guard.Kind == GuardKind.Type)
                tests.Add(string.Format(Tests[guard.Target], CSharpNames.Camel(guard.Item)));
            else if (guard.Kind == GuardKind.Check && guard.Target == "type_version")
                tests.Add($"{CSharpNames.Camel(guard.Item)}.Type.Version == cache.Version");
        }

        if (handler.HasCustomGuard)
        {
            var arguments = new List<string> { "thread" };
            arguments.AddRange(handler.Inputs.Where(input => !input.IsUnused).Select(HandlerModel.Name));
            if (handler.Opcode.HasOperand)
                arguments.Add("oparg");
            if (handler.HasCacheObject)
                arguments.Add("cache");
            tests.Add($"Ops.Can{handler.Opcode.CSharpName}({string.Join(", ", arguments)})");
        }

        if (tests.Count == 0)
            return;
        var general = CSharpNames.Pascal(handler.Opcode.Specializes);
        writer.Open($"if (!({string.Join(" && ", tests)}))");
        writer.Line($"Specialization.Miss(ref instruction, Opcode.{general});");
        writer.Line($"goto case Opcode.{general};");
        writer.Close().Line();
    }
}
