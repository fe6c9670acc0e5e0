using Microsoft.CodeAnalysis;

namespace Keelback.Generators.Shared;

/// <summary>KB0400 to KB0499: mistakes about type slots and special methods.</summary>
internal static partial class SpecDiagnosticCatalogue
{
    public const string UnknownSlotShape = "KB0401";
    public const string UnknownSlotWrapper = "KB0402";
    public const string BadDunder = "KB0403";
    public const string DuplicateDunder = "KB0404";
    public const string NoRegularThunk = "KB0405";
    public const string SlotNameTaken = "KB0406";
    public const string UnknownSlot = "KB0407";

    private static readonly DiagnosticDescriptor[] Slots =
    [
        Error(UnknownSlotShape, "Unknown slot shape", "The slot '{0}' has the unknown shape '{1}'{2}"),
        Error(UnknownSlotWrapper, "Unknown slot wrapper", "'{0}' has the wrapper '{1}', which does not wrap a slot of shape '{2}'{3}"),
        Error(BadDunder, "Not a special method", "The slot '{0}' lists '{1}', which is no name of a special method: it must begin and end with two underscores"),
        Error(DuplicateDunder, "Special method listed twice", "The slot '{0}' lists '{1}' twice"),
        Error(NoRegularThunk, "No regular thunk", "The slot '{0}' asks for a regular thunk, which a slot of shape '{1}' does not have; write it and say 'thunk: written'"),
        Error(SlotNameTaken, "Slot name taken", "The slot '{0}' would be the field '{1}', which '{2}' is already"),
        Error(UnknownSlot, "Unknown slot", "The operator '{0}' names the slot '{1}', which slots.yaml does not define{2}"),
    ];
}
