using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;
using Keelback.Generators.Signatures;
using Keelback.Generators.Slots;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Keelback.Generators.Natives;

/// <summary>A C# method that fills a slot, before slots.yaml has said what the slot is.</summary>
internal sealed record AttributeSlot(
    string Slot,
    string Impl,
    EquatableArray<string> ParameterTypes,
    string Result,
    string Path,
    SpecSpan NameSpan,
    SpecSpan MethodSpan);

/// <summary>A class with [PyType] as it describes itself.</summary>
internal sealed record AttributeType(NativeTypeModel Type, EquatableArray<AttributeSlot> Slots);

/// <summary>Reads a class with [PyType].</summary>
internal sealed class AttributeTypeReader
{
    private readonly AttributeBag _bag = new();
    private readonly INamedTypeSymbol _type;
    private readonly HashSet<string> _names = [];
    private readonly List<NativeFunctionModel> _functions = [];
    private readonly List<NativeGetterModel> _getters = [];
    private readonly List<AttributeSlot> _slots = [];

    private AttributeTypeReader(INamedTypeSymbol type)
    {
        _type = type;
    }

    public static NativeResult<AttributeType> Read(GeneratorAttributeSyntaxContext context) =>
        new AttributeTypeReader((INamedTypeSymbol)context.TargetSymbol).Read(context.TargetNode, context.Attributes[0]);

    /// <summary>Completes a type with the shapes of its slots, and checks the methods that fill them.</summary>
    public static NativeResult<NativeTypeModel> Link(AttributeType type, SlotNames slotNames)
    {
        var bag = new AttributeBag();
        var slots = new List<NativeSlotModel>();
        foreach (var slot in type.Slots)
        {
            if (slotNames.ShapeOf(slot.Slot) is not { } shape || SlotShape.Find(shape) is not { } found)
            {
                var hint = Suggestion.DidYouMean(slot.Slot, slotNames.All);
                bag.Report(SpecDiagnosticCatalogue.UnknownSlotAttribute, (slot.Path, slot.NameSpan), slot.Slot, hint);
                continue;
            }

            if (!Fits(slot, found))
            {
                var why = $"slot '{slot.Slot}' is {found.Result} ({found.Declarations})";
                bag.Report(SpecDiagnosticCatalogue.ParameterMismatch, (slot.Path, slot.MethodSpan), slot.Impl, why);
                continue;
            }

            slots.Add(new(slot.Slot, slot.Impl, shape, slot.ParameterTypes[1], false, LineMapping.None));
        }

        return new(type.Type with { Slots = slots.ToEquatableArray() }, bag.ToEquatableArray());
    }

    // The first operand may have the class's own type where it is always the instance; the rest is as the shape says.
    private static bool Fits(AttributeSlot slot, SlotShape shape)
    {
        if (slot.ParameterTypes.Count != shape.Parameters.Count || Bare(slot.Result) != Bare(shape.Result))
            return false;
        var isOperator = shape.Name is "binary" or "ternary" or "compare" && slot.Slot.StartsWith("nb_");
        for (var i = 0; i < shape.Parameters.Count; i++)
        {
            var isFree = i == 1 && !isOperator && shape.Name != "new";
            if (!isFree && Bare(slot.ParameterTypes[i]) != Bare(shape.Parameters[i].Type))
                return false;
        }

        return true;
    }

    private static string Bare(string type) => type.Substring(type.LastIndexOf('.') + 1).TrimEnd('?');

    private NativeResult<AttributeType> Read(SyntaxNode syntax, AttributeData attribute)
    {
        if (!_bag.CheckClass(_type, syntax))
            return new(null, _bag.ToEquatableArray());
        foreach (var method in _type.GetMembers().OfType<IMethodSymbol>())
        {
            ReadFunctions(method, "PyNewAttribute", NativeKind.New);
            ReadFunctions(method, "PyInitAttribute", NativeKind.Init);
            ReadFunctions(method, "PyMethodAttribute", NativeKind.Method);
            ReadSlots(method);
            ReadGetter(method);
        }

        foreach (var method in _type.GetMembers().OfType<IMethodSymbol>())
            ReadSetter(method);

        var fullName = AttributeBag.Text(attribute);
        var dot = fullName.LastIndexOf('.');
        var constructor = _functions.FirstOrDefault(function => function.Kind == NativeKind.Init)
            ?? _functions.FirstOrDefault(function => function.Kind == NativeKind.New);
        var type = new NativeTypeModel(
            fullName.Substring(dot + 1),
            dot < 0 ? "builtins" : fullName.Substring(0, dot),
            _type.ContainingNamespace.ToDisplayString(),
            _type.Name,
            AttributeBag.Argument(attribute, "Base").Value is ITypeSymbol @base ? CSharpTypeNames.Of(@base) : "",
            false,
            Flags(attribute).ToEquatableArray(),
            AttributeBag.Named(attribute, "Doc"),
            constructor?.TextSignature,
            false,
            _type.GetMembers("Populate").Length > 0 ? "Populate" : "",
            LineMapping.None,
            _functions.ToEquatableArray(),
            EquatableArray<NativeSlotModel>.Empty,
            _getters.ToEquatableArray())
        {
            HidesInherited = _type.BaseType is { Name: not "PyObject" } parent
                && SymbolEqualityComparer.Default.Equals(parent, AttributeBag.Argument(attribute, "Base").Value as ISymbol),
        };
        return new(new(type, _slots.ToEquatableArray()), _bag.ToEquatableArray());
    }

    private static IEnumerable<string> Flags(AttributeData attribute)
    {
        var flags = AttributeBag.Argument(attribute, "Flags");
        return flags.IsNull || flags.Kind == TypedConstantKind.Error
            ? []
            : flags.ToCSharpString().Split('|')
                .Select(flag => flag.Substring(flag.LastIndexOf('.') + 1).Trim())
                .Where(flag => flag != "None");
    }

    private void ReadFunctions(IMethodSymbol method, string name, NativeKind kind)
    {
        foreach (var attribute in AttributeBag.Find(method, name))
        {
            var actual = AttributeBag.Flag(attribute, "ClassMethod") ? NativeKind.ClassMethod
                : AttributeBag.Flag(attribute, "StaticMethod") ? NativeKind.StaticMethod : kind;
            var function = new AttributeFunctionReader(_bag, method, attribute, actual).Read();
            if (function is not null && IsNew(function.PythonName, attribute))
                _functions.Add(function);
        }
    }

    private void ReadSlots(IMethodSymbol method)
    {
        foreach (var attribute in AttributeBag.Find(method, "PySlotAttribute"))
        {
            var slot = AttributeBag.Text(attribute);
            if (!_bag.CheckStatic(method) || !IsNew(slot, attribute))
                continue;
            var (path, span) = SourcePlace.Of(method);
            _slots.Add(new(
                slot,
                method.Name,
                method.Parameters.Select(parameter => CSharpTypeNames.Of(parameter.Type)).ToEquatableArray(),
                CSharpTypeNames.Of(method.ReturnType),
                path,
                SourcePlace.OfText(attribute, 0, slot.Length).Span,
                span));
        }
    }

    private void ReadGetter(IMethodSymbol method)
    {
        foreach (var attribute in AttributeBag.Find(method, "PyGetterAttribute"))
        {
            var name = AttributeBag.Text(attribute);
            var isValid = _bag.CheckStatic(method) && CheckAccessor(method, 2, "PyThread and the instance");
            if (!isValid || !IsNew(name, attribute))
                continue;
            var result = CSharpTypeNames.ConverterOf(method.ReturnType);
            if (result is null or { Kind: ConverterKind.Void })
            {
                var type = CSharpTypeNames.Of(method.ReturnType);
                _bag.Report(SpecDiagnosticCatalogue.UnsupportedType, SourcePlace.Of(method), type, method.Name);
                continue;
            }

            _getters.Add(new(
                name,
                method.Name,
                "",
                result,
                CSharpTypeNames.Of(method.Parameters[1].Type),
                AttributeBag.Named(attribute, "Doc"),
                AttributeBag.Flag(attribute, "Member"),
                false,
                LineMapping.None,
                LineMapping.None));
        }
    }

    private void ReadSetter(IMethodSymbol method)
    {
        foreach (var attribute in AttributeBag.Find(method, "PySetterAttribute"))
        {
            var name = AttributeBag.Text(attribute);
            if (!_bag.CheckStatic(method) || !CheckAccessor(method, 3, "PyThread, the instance and the PyValue"))
                continue;
            var index = _getters.FindIndex(getter => getter.PythonName == name);
            if (index < 0)
            {
                var hint = Suggestion.DidYouMean(name, _getters.Select(getter => getter.PythonName));
                var place = SourcePlace.OfText(attribute, 0, name.Length);
                _bag.Report(SpecDiagnosticCatalogue.SetterWithoutGetter, place, _type.Name, name, hint);
                continue;
            }

            _getters[index] = _getters[index] with { SetImpl = method.Name };
        }
    }

    private bool CheckAccessor(IMethodSymbol method, int count, string wanted)
    {
        if (method.Parameters.Length == count && CSharpTypeNames.Of(method.Parameters[0].Type) == "PyThread")
            return true;
        var place = SourcePlace.Of(method);
        _bag.Report(SpecDiagnosticCatalogue.ParameterMismatch, place, method.Name, $"it takes {wanted}");
        return false;
    }

    private bool IsNew(string name, AttributeData attribute)
    {
        if (_names.Add(name))
            return true;
        var place = SourcePlace.OfText(attribute, 0, name.Length);
        _bag.Report(SpecDiagnosticCatalogue.DuplicateNative, place, _type.Name, name);
        return false;
    }
}
