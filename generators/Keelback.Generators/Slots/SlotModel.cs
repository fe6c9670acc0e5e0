using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;
using Keelback.Generators.Tokens;

namespace Keelback.Generators.Slots;

/// <summary>Who writes the function that stands in a class's slot and calls the special method.</summary>
internal enum ThunkKind
{
    None,
    Regular,
    Written,
}

/// <summary>
/// A special method of a slot. <see cref="Wrapper"/> is empty where a built-in type's slot makes no such method;
/// <see cref="IsReflected"/> says that the right operand is asked.
/// </summary>
internal sealed record DunderModel(string Name, string Wrapper, string Signature, string Doc, bool IsReflected, int Operator)
{
    /// <summary>The name without underscores, as a C# name: Radd of __radd__.</summary>
    public string CSharpName => CSharpNames.Pascal(Name.Trim('_'));
}

/// <summary>A type slot: from slots.yaml, or from the operator that names it.</summary>
internal sealed record SlotModel(
    string Name, string Shape, string Group, ThunkKind Thunk, EquatableArray<DunderModel> Dunders, string Doc)
{
    /// <summary>The C# name of the slot's field: NbAdd of nb_add.</summary>
    public string Field => CSharpNames.Pascal(Name);

    public SlotShape Signature => SlotShape.Find(Shape)!;
}

/// <summary>An operator as the protocol API needs it; <see cref="Fallback"/> is the method that gives it a meaning where neither operand has one.</summary>
internal sealed record BinaryOperationModel(
    string Name, string Symbol, int Number, string Slot, string Dunder, bool IsInPlace, string BinaryName, string? Fallback, string Doc);

/// <summary>Every slot, in the order in which wrappers are made and updates looked up, and the operators that use them.</summary>
internal sealed record SlotTable(
    EquatableArray<SlotModel> Slots, EquatableArray<BinaryOperationModel> Operations, EquatableArray<SpecDiagnostic> Diagnostics)
{
    public SlotModel? Find(string name) => Slots.FirstOrDefault(slot => slot.Name == name);

    public IEnumerable<SlotModel> WithDunder(string dunder) =>
        Slots.Where(slot => slot.Dunders.Any(candidate => candidate.Name == dunder));
}
