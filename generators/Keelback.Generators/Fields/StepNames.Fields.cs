namespace Keelback.Generators.Shared;

internal static partial class StepNames
{
    public const string FieldRead = "FieldRead";
    public const string FieldClasses = "FieldClasses";
}
