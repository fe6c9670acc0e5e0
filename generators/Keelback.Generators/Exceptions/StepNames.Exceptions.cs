namespace Keelback.Generators.Shared;

internal static partial class StepNames
{
    public const string ExceptionFiles = "ExceptionFiles";
    public const string ExceptionParse = "ExceptionParse";
    public const string WarningFiles = "WarningFiles";
    public const string WarningParse = "WarningParse";
    public const string ExceptionTree = "ExceptionTree";
}
