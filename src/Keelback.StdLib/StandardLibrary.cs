namespace Keelback.StdLib;

/// <summary>Where the pure-Python standard library is.</summary>
public static class StandardLibrary
{
    /// <summary>The folder of the library's modules, beside the program that uses this package.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "lib", "python3.14");
}
