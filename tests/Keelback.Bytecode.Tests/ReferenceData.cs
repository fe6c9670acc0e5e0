using System.Text.Json;
using Keelback.Testing;

namespace Keelback.Bytecode.Tests;

/// <summary>What CPython 3.14 said when the scripts in record/ were run.</summary>
internal static class ReferenceData
{
    public static byte[] Pyc => File.ReadAllBytes(PathOf("samples.pyc"));

    public static CodeObject Samples => PycFile.Read(Pyc).Code;

    public static string Text(string name) => File.ReadAllText(PathOf(name)).ReplaceLineEndings("\n");

    public static JsonElement Json(string name) => JsonDocument.Parse(File.ReadAllText(PathOf(name))).RootElement;

    /// <summary>A code object and all those within it, outer before inner.</summary>
    public static IEnumerable<CodeObject> AllOf(CodeObject code) =>
        [code, .. code.Constants.OfType<CodeObject>().SelectMany(AllOf)];

    /// <summary>The code object of the samples that has a qualified name.</summary>
    public static CodeObject Sample(string qualifiedName) => AllOf(Samples).First(code => code.QualifiedName == qualifiedName);

    public static int[] Numbers(this JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetInt32())];

    public static string[] Strings(this JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];

    public static string PathOf(string name) => Repository.PathOf("tests", "Keelback.Bytecode.Tests", "Reference", name);
}
