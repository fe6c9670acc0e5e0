using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Natives;

/// <summary>Writes the generated part of a module's C# class, and the list of an assembly's modules.</summary>
internal static class ModuleEmitter
{
    public static string Emit(NativeModuleModel module)
    {
        var owner = module.PythonName == "builtins" ? "" : module.PythonName;
        var writer = SourceWriter.ForFile(module.Namespace, TypeEmitter.Usings(module.Namespace));
        writer.Open($"unsafe partial class {module.CSharpName}");
        writer.Open("internal static ModuleDefinition Definition => new()");
        writer.Line($"Name = {CSharpNames.Literal(module.PythonName)},");
        if (module.Doc.Length > 0)
            writer.Line($"Doc = {CSharpNames.Literal(module.Doc)},");
        writer.Line("Populate = &PopulateMembers,");
        if (module.Initialize != InitializeHook.None)
            writer.Line("Initialize = &Initialize,");
        writer.Close(";").Line();

        writer.Open("private static void PopulateMembers(ModuleMembers members)");
        foreach (var function in module.Functions)
            TypeEmitter.EmitFunctionObject(writer, function, "members.AddFunction(", ");");
        foreach (var constant in module.Constants)
            writer.Line($"members.AddConstant({CSharpNames.Literal(constant.PythonName)}, {constant.Expression});");
        writer.Close().Line();

        if (module.Initialize == InitializeHook.PartialMethod)
            writer.Line("private static partial void Initialize(PyThread thread, PyModule module);").Line();
        foreach (var function in module.Functions)
            InvokerEmitter.Emit(writer, function, owner);
        ParameterTableEmitter.Emit(writer, module.Functions, owner);
        writer.Close();
        return writer.ToString();
    }

    /// <summary>The list of all modules of the assembly, by name.</summary>
    public static string EmitList(IReadOnlyList<ModuleEntry> modules, string @namespace)
    {
        var sorted = modules.OrderBy(module => module.PythonName, System.StringComparer.Ordinal).ToList();
        var writer = SourceWriter.ForFile(@namespace, @namespace == "Keelback.Vm" ? [] : ["Keelback.Vm"]);
        writer.Line("/// <summary>The modules of this assembly that are written in C#.</summary>");
        writer.Open("internal static class NativeModules");
        writer.Line("/// <summary>Their names, sorted.</summary>");
        EmitArray(writer, "string[] Names", sorted.Select(module => CSharpNames.Literal(module.PythonName)));
        writer.Line("/// <summary>The definitions of all.</summary>");
        EmitArray(writer, "ModuleDefinition[] All", sorted.Select(Definition));
        writer.Line("/// <summary>The definition of a name; null where this assembly has no such module.</summary>");
        writer.Open("internal static ModuleDefinition? Find(string name) => name switch");
        foreach (var module in sorted)
            writer.Line($"{CSharpNames.Literal(module.PythonName)} => {Definition(module)},");
        writer.Line("_ => null,");
        writer.Close(";");
        writer.Close();
        return writer.ToString();
    }

    private static void EmitArray(SourceWriter writer, string declaration, IEnumerable<string> items)
    {
        writer.Line($"internal static {declaration} =>").Line("[").Indent();
        foreach (var item in items)
            writer.Line(item + ",");
        writer.Unindent().Line("];").Line();
    }

    private static string Definition(ModuleEntry module) => $"global::{module.Namespace}.{module.CSharpName}.Definition";
}
