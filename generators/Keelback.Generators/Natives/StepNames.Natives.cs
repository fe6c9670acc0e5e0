namespace Keelback.Generators.Shared;

internal static partial class StepNames
{
    public const string NativeModules = "Natives.Modules";
    public const string NativeModuleModels = "Natives.ModuleModels";
    public const string NativeModuleDiagnostics = "Natives.ModuleDiagnostics";
    public const string NativeTypes = "Natives.Types";
    public const string NativeTypeModels = "Natives.TypeModels";
    public const string NativeTypeDiagnostics = "Natives.TypeDiagnostics";
    public const string NativeSlotNames = "Natives.SlotNames";
}
