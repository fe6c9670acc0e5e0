namespace Keelback.Generators.Shared;

internal static partial class StepNames
{
    public const string LoweringFiles = nameof(LoweringFiles);
    public const string LoweringTable = nameof(LoweringTable);
}
