namespace Keelback.Generators.Shared;

internal static partial class StepNames
{
    public const string SlotFiles = "SlotFiles";
    public const string SlotParse = "SlotParse";
    public const string SlotTable = "SlotTable";
}
