using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;
using Keelback.Generators.Slots;

namespace Keelback.Generators.Natives;

/// <summary>Writes the generated part of a type's C# class: its type object, slots, members, and how they are called.</summary>
internal static class TypeEmitter
{
    public static string Emit(NativeTypeModel type)
    {
        var writer = SourceWriter.ForFile(type.Namespace, Usings(type.Namespace));
        writer.Open($"unsafe partial class {type.CSharpName}");
        EmitTypeObject(writer, type);
        EmitFillSlots(writer, type);
        EmitPopulate(writer, type);
        new DeclarationEmitter(writer).Emit(type);
        foreach (var function in type.Functions)
            InvokerEmitter.Emit(writer, function, type.PythonName);
        foreach (var slot in type.Slots.Where(NeedsThunk))
            EmitSlotThunk(writer, slot);
        foreach (var getter in type.Getters)
            EmitAccessors(writer, getter);
        ParameterTableEmitter.Emit(writer, type.Functions, type.PythonName);
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

    /// <summary>The expression that makes the NativeFunction of a function.</summary>
    public static void EmitFunctionObject(SourceWriter writer, NativeFunctionModel function, string before, string after)
    {
        var stem = NativeNames.Stem(function.PythonName);
        var shape = new CallShape(function);
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
            if (shape.HasFastForm(count))
                writer.Line($"Invoke{form} = &Invoke{stem}{form},");
        }

        writer.Unindent().Line("}" + after);
    }

    /// <summary>The first line of a docstring.</summary>
    public static string FirstLine(string text)
    {
        var end = text.IndexOf('\n');
        return end < 0 ? text : text.Substring(0, end);
    }

    private static void EmitTypeObject(SourceWriter writer, NativeTypeModel type)
    {
        var modifiers = type.HidesInherited ? "internal static new" : "internal static";
        var value = type.IsRoot ? "CoreTypes." + CSharpNames.Pascal(type.PythonName) : "StaticType.Object";
        var doc = type.Doc.Length > 0 ? ": " + FirstLine(type.Doc) : ".";
        writer.Line($"""
            /// <summary>The Python type {CSharpNames.Xml(type.PythonName + doc)}</summary>
            {modifiers} PyType TypeObject => {value};

            /// <summary>What the type is made from.</summary>
            {modifiers} TypeDefinition TypeDefinition => StaticType.Definition;
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
        {
            var field = CSharpNames.Pascal(slot.Slot);
            writer.Line($"slots.{field} = &{(NeedsThunk(slot) ? field + "Slot" : slot.Impl)};");
        }

        writer.Close().Line();
    }

    private static void EmitPopulate(SourceWriter writer, NativeTypeModel type)
    {
        writer.Open("private static void PopulateMembers(TypeMembers members)");
        foreach (var function in type.Functions.Where(function => function.Kind is not (NativeKind.New or NativeKind.Init)))
            EmitFunctionObject(writer, function, "members.AddMethod(", ");");
        foreach (var getter in type.Getters)
        {
            var name = CSharpNames.Literal(getter.PythonName);
            var stem = NativeNames.Stem(getter.PythonName);
            var setter = getter.SetImpl.Length > 0 ? $"&Set{stem}Value" : "null";
            var doc = getter.Doc.Length > 0 ? CSharpNames.Literal(getter.Doc) : "null";
            writer.Line($"members.{(getter.IsMember ? "AddMember" : "AddGetter")}({name}, {doc}, &Get{stem}Value, {setter});");
        }

        if (type.Populate.Length > 0)
            writer.Line($"{type.Populate}(members);");
        writer.Close().Line();
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
        writer.Line($"private static PyValue Get{stem}Value(PyThread thread, PyValue self) =>").Indent()
            .Line($"{ConversionExpressions.ToPython(getter.Result, $"{getter.Impl}(thread, {self})")};").Unindent().Line();
        if (getter.SetImpl.Length == 0)
            return;
        writer.Line($"private static void Set{stem}Value(PyThread thread, PyValue self, PyValue value) =>").Indent()
            .Line($"{getter.SetImpl}(thread, {self}, value);").Unindent().Line();
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
}
