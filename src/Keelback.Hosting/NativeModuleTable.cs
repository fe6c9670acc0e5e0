using Keelback.Vm;

namespace Keelback.Hosting;

/// <summary>The native modules of all assemblies, by name.</summary>
internal static class NativeModuleTable
{
    /// <summary>Each module once.</summary>
    public static IReadOnlyDictionary<string, ModuleDefinition> All { get; } =
        Vm.NativeModules.All.Concat(Modules.NativeModules.All).ToDictionary(module => module.Name);
}
