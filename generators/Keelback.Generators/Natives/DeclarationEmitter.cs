using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;
using Keelback.Generators.Slots;

namespace Keelback.Generators.Natives;

/// <summary>
/// Declares the halves that a person writes, each mapped to its YAML entry, so that a missing half is an error there.
/// </summary>
internal sealed class DeclarationEmitter(SourceWriter writer)
{
    // Two entries may share one half; it is declared once.
    private readonly HashSet<string> _declared = [];

    public void Emit(NativeTypeModel type)
    {
        foreach (var function in type.Functions.Where(function => function.Declare))
            Declare(Function(function), function.Line, function.Doc);
        foreach (var slot in type.Slots.Where(slot => slot.Declare))
        {
            var shape = SlotShape.Find(slot.Shape)!;
            Declare($"{shape.Result} {slot.Impl}({shape.Declarations})", slot.Line, $"Fills {slot.Slot}.");
        }

        foreach (var getter in type.Getters.Where(getter => getter.Declare))
        {
            var self = $"PyThread thread, {getter.SelfType} self";
            Declare($"{getter.Result.CSharpType} {getter.Impl}({self})", getter.Line, getter.Doc);
            if (getter.SetImpl.Length > 0)
                Declare($"void {getter.SetImpl}({self}, PyValue value)", getter.SetLine, "");
        }

        if (type.PopulateLine != LineMapping.None)
            Declare($"void {type.Populate}(TypeMembers members)", type.PopulateLine, "");
    }

    private static string Function(NativeFunctionModel function)
    {
        var parameters = new List<string> { "PyThread thread" };
        if (function.Receiver.Length > 0)
            parameters.Add($"{function.Receiver} {(function.Kind is NativeKind.New or NativeKind.ClassMethod ? "cls" : "self")}");
        parameters.AddRange(function.Parameters.Select(parameter => $"{parameter.Converter.CSharpType} {parameter.CSharpName}"));
        return $"{function.Result.CSharpType} {function.Impl}({string.Join(", ", parameters)})";
    }

    private void Declare(string signature, LineMapping line, string doc)
    {
        // The compiler reports a missing half at the method's name, which stands behind indentation and modifiers.
        const int Indentation = 4;
        var declaration = $"private static partial {signature};";
        if (!_declared.Add(declaration))
            return;
        if (doc.Length > 0)
            writer.Line($"/// <summary>{CSharpNames.Xml(TypeEmitter.FirstLine(doc))}</summary>");
        var name = declaration.LastIndexOf(' ', declaration.IndexOf('(')) + 1;
        writer.Line(line.Directive(Indentation + name)).Line(declaration).Line("#line default").Line();
    }
}
