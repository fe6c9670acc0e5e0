namespace Keelback.Generators.Shared;

internal static partial class StepNames
{
    public const string TypeFiles = "Types.Files";
    public const string TypeParse = "Types.Parse";
    public const string TypeSlotNames = "Types.SlotNames";
    public const string TypeBases = "Types.Bases";
    public const string TypeModels = "Types.Models";
    public const string TypeDiagnostics = "Types.Diagnostics";
}
