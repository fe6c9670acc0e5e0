using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;
using Keelback.Generators.Signatures;
using Keelback.Generators.Slots;

namespace Keelback.Generators.Natives;

/// <summary>Writes the generated part of a type's C# class: its type object, slots and members, and the halves' declarations.</summary>
internal static class TypeEmitter
{
    public static string Emit(NativeTypeModel type)
    {
        var writer = SourceWriter.ForFile(type.Namespace, Usings(type.Namespace));
        writer.Open($"unsafe partial class {type.CSharpName}");
        EmitTypeObject(writer, type);
        EmitFillSlots(writer, type);
        EmitPopulate(writer, type);
        EmitDeclarations(writer, type);
        foreach (var function in type.Functions)
            InvokerEmitter.Emit(writer, function, type.PythonName);
        foreach (var slot in type.Slots.Where(NeedsThunk))
            EmitSlotThunk(writer, slot);
        foreach (var getter in type.Getters)
            EmitAccessors(writer, getter);
        EmitParameterTables(writer, type.Functions, type.PythonName);
        EmitHolder(writer, type);
        writer.Close();
        return writer.ToString();
    }

    /// <summary>The namespaces that generated natives use.</summary>
    public static string[] Usings(string @namespace)
    {
        var usings = new List<string> { "System", "System.Numerics", "Keelback.Bytecode" };
        if (@namespace != "Keelback.Vm")
            usings.Add("Keelback.Vm");
        return [.. usings];
    }

    /// <summary>The nested class of parameter tables, where any function takes keywords.</summary>
    public static void EmitParameterTables(SourceWriter writer, IEnumerable<NativeFunctionModel> functions, string owner)
    {
        var tables = functions.Select(function => InvokerEmitter.ParameterTable(function, owner)).Where(table => table is not null).ToList();
        if (tables.Count == 0)
            return;
        writer.Open("private static class Parameters");
        foreach (var table in tables)
            writer.Line(table!).Line();
        writer.Close().Line();
    }

    /// <summary>The expression that makes the NativeFunction of a function.</summary>
    public static void EmitFunctionObject(SourceWriter writer, NativeFunctionModel function, string before, string after)
    {
        var stem = NativeNames.Stem(function.PythonName);
        writer.Line(before + "new NativeFunction");
        writer.Line("{").Indent();
        writer.Line($"Name = {CSharpNames.Literal(function.PythonName)},");
        writer.Line($"Kind = NativeKind.{function.Kind},");
        if (function.Doc.Length > 0)
            writer.Line($"Doc = {CSharpNames.Literal(function.Doc)},");
        if (function.TextSignature is { } signature)
            writer.Line($"TextSignature = {CSharpNames.Literal(signature)},");
        writer.Line($"Invoke = &Invoke{stem},");
        foreach (var (count, form) in new[] { (0, "NoArguments"), (1, "One"), (2, "Two") })
        {
            if (InvokerEmitter.HasFastForm(function, count))
                writer.Line($"Invoke{form} = &Invoke{stem}{form},");
        }

        writer.Unindent().Line("}" + after);
    }

    private static void EmitTypeObject(SourceWriter writer, NativeTypeModel type)
    {
        var value = type.IsRoot ? "CoreTypes." + CSharpNames.Pascal(type.PythonName) : "StaticType.Object";
        writer.Line($"""
            /// <summary>The Python type {CSharpNames.Xml(type.PythonName)}: {CSharpNames.Xml(FirstLine(type.Doc))}</summary>
            internal static PyType TypeObject => {value};

            /// <summary>What the type is made from.</summary>
            internal static TypeDefinition TypeDefinition => StaticType.Definition;
            """).Line();
    }

    private static void EmitFillSlots(SourceWriter writer, NativeTypeModel type)
    {
        writer.Open("private static void FillSlots(TypeSlots slots)");
        foreach (var function in type.Functions.Where(function => function.Kind is NativeKind.New or NativeKind.Init))
            writer.Line($"slots.Tp{function.Kind} = &Invoke{NativeNames.Stem(function.PythonName)};");
        if (type.IsUnhashable)
            writer.Line("slots.TpHash = &NativeSlots.Unhashable;");
        foreach (var slot in type.Slots)
            writer.Line($"slots.{CSharpNames.Pascal(slot.Slot)} = &{(NeedsThunk(slot) ? CSharpNames.Pascal(slot.Slot) + "Slot" : slot.Impl)};");
        writer.Close().Line();
    }

    private static void EmitPopulate(SourceWriter writer, NativeTypeModel type)
    {
        writer.Open("private static void PopulateMembers(TypeMembers members)");
        foreach (var function in type.Functions.Where(function => function.Kind is not (NativeKind.New or NativeKind.Init)))
            EmitFunctionObject(writer, function, "members.AddMethod(", ");");
        foreach (var getter in type.Getters)
        {
            var stem = NativeNames.Stem(getter.PythonName);
            var setter = getter.SetImpl.Length > 0 ? $"&Set{stem}Value" : "null";
            var doc = getter.Doc.Length > 0 ? CSharpNames.Literal(getter.Doc) : "null";
            var method = getter.IsMember ? "AddMember" : "AddGetter";
            writer.Line($"members.{method}({CSharpNames.Literal(getter.PythonName)}, {doc}, &Get{stem}Value, {setter});");
        }

        if (type.Populate.Length > 0)
            writer.Line($"{type.Populate}(members);");
        writer.Close().Line();
    }

    // The halves that a person writes. Two entries may share one; it is declared once.
    private static void EmitDeclarations(SourceWriter writer, NativeTypeModel type)
    {
        var seen = new HashSet<string>();
        foreach (var function in type.Functions.Where(function => function.Declare))
            Declare(writer, seen, FunctionDeclaration(function), function.Line, function.Doc);
        foreach (var slot in type.Slots.Where(slot => slot.Declare))
        {
            var shape = SlotShape.Find(slot.Shape)!;
            Declare(writer, seen, $"private static partial {shape.Result} {slot.Impl}({shape.Declarations});", slot.Line, $"Fills {slot.Slot}.");
        }

        foreach (var getter in type.Getters.Where(getter => getter.Declare))
        {
            var get = $"private static partial {getter.Result.CSharpType} {getter.Impl}(PyThread thread, {getter.SelfType} self);";
            Declare(writer, seen, get, getter.Line, getter.Doc);
            if (getter.SetImpl.Length > 0)
                Declare(writer, seen, $"private static partial void {getter.SetImpl}(PyThread thread, {getter.SelfType} self, PyValue value);", getter.SetLine, "");
        }

        if (type.PopulateLine != LineMapping.None)
            Declare(writer, seen, $"private static partial void {type.Populate}(TypeMembers members);", type.PopulateLine, "");
    }

    private static string FunctionDeclaration(NativeFunctionModel function)
    {
        var parameters = new List<string> { "PyThread thread" };
        if (function.Receiver.Length > 0)
            parameters.Add($"{function.Receiver} {(function.Receiver == "PyType" && function.Kind is NativeKind.New or NativeKind.ClassMethod ? "cls" : "self")}");
        parameters.AddRange(function.Parameters.Select(parameter => $"{parameter.Converter.CSharpType} {parameter.CSharpName}"));
        var result = function.Kind == NativeKind.Init ? "void" : function.Result.CSharpType;
        return $"private static partial {result} {function.Impl}({string.Join(", ", parameters)});";
    }

    private static void Declare(SourceWriter writer, HashSet<string> seen, string declaration, LineMapping line, string doc)
    {
        if (!seen.Add(declaration))
            return;
        if (doc.Length > 0)
            writer.Line($"/// <summary>{CSharpNames.Xml(FirstLine(doc))}</summary>");
        if (line == LineMapping.None)
        {
            writer.Line(declaration).Line();
            return;
        }

        // The compiler reports a missing half at the method's name, which stands behind the class's indentation.
        const int Indentation = 4;
        var name = declaration.LastIndexOf(' ', declaration.IndexOf('(')) + 1;
        writer.Line(line.Directive(Indentation + name)).Line(declaration).Line("#line default").Line();
    }

    private static bool NeedsThunk(NativeSlotModel slot) => slot.SelfType is not ("PyValue" or "PyType");

    private static void EmitSlotThunk(SourceWriter writer, NativeSlotModel slot)
    {
        var shape = SlotShape.Find(slot.Shape)!;
        var arguments = string.Concat(shape.Parameters.Skip(2).Select(parameter => ", " + parameter.Argument));
        writer.Line($"private static {shape.Result} {CSharpNames.Pascal(slot.Slot)}Slot({shape.Declarations}) =>").Indent()
            .Line($"{slot.Impl}(thread, ({slot.SelfType}){shape.Parameters[1].Name}.Ref!{arguments});").Unindent().Line();
    }

    private static void EmitAccessors(SourceWriter writer, NativeGetterModel getter)
    {
        var stem = NativeNames.Stem(getter.PythonName);
        var self = getter.SelfType == "PyValue" ? "self" : $"({getter.SelfType})self.Ref!";
        var get = InvokerEmitter.ToPython(getter.Result, $"{getter.Impl}(thread, {self})");
        writer.Line($"private static PyValue Get{stem}Value(PyThread thread, PyValue self) => {get};").Line();
        if (getter.SetImpl.Length > 0)
            writer.Line($"private static void Set{stem}Value(PyThread thread, PyValue self, PyValue value) => {getter.SetImpl}(thread, {self}, value);").Line();
    }

    // A class of its own, so that the type object exists before any static field of the hand-written part is set.
    private static void EmitHolder(SourceWriter writer, NativeTypeModel type)
    {
        writer.Open("private static class StaticType");
        writer.Open("internal static readonly TypeDefinition Definition = new()");
        writer.Line($"Name = {CSharpNames.Literal(type.PythonName)},");
        writer.Line($"Module = {CSharpNames.Literal(type.Module)},");
        if (type.Base.Length > 0)
            writer.Line($"Base = {type.Base}.TypeObject,");
        var flags = type.Flags.Where(flag => flag != "VariableSized").Select(flag => "TypeFlags." + flag).ToList();
        if (flags.Count > 0)
            writer.Line($"Flags = {string.Join(" | ", flags)},");
        if (type.Flags.Contains("VariableSized"))
            writer.Line("IsVariableSized = true,");
        if (type.Doc.Length > 0)
            writer.Line($"Doc = {CSharpNames.Literal(type.Doc)},");
        if (type.TextSignature is { } signature)
            writer.Line($"TextSignature = {CSharpNames.Literal(signature)},");
        if (type.IsUnhashable)
            writer.Line("IsUnhashable = true,");
        writer.Line("FillSlots = &FillSlots,");
        writer.Line("Populate = &PopulateMembers,");
        writer.Close(";");
        if (!type.IsRoot)
            writer.Line().Line("internal static readonly PyType Object = PyType.CreateStatic(Definition);");
        writer.Close();
    }

    private static string FirstLine(string text)
    {
        var end = text.IndexOf('\n');
        return end < 0 ? text : text.Substring(0, end);
    }
}
