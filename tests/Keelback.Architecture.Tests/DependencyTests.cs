using System.Reflection;
using System.Xml.Linq;
using Keelback.Testing;

namespace Keelback.Architecture.Tests;

/// <summary>The arrows of the design (docs/decisions/0002-assemblies.md): no project or assembly has another.</summary>
public class DependencyTests
{
    private static readonly Dictionary<string, string[]> s_allowed = new()
    {
        ["Text"] = [],
        ["Lexer"] = ["Text"],
        ["Ast"] = ["Text"],
        ["Parser"] = ["Text", "Lexer", "Ast"],
        ["Bytecode"] = ["Text"],
        ["Compiler"] = ["Text", "Ast", "Bytecode"],
        ["Gc"] = [],
        ["Vm"] = ["Text", "Bytecode", "Gc"],
        ["Jit"] = ["Vm"],
        ["Modules"] = ["Vm", "Ast", "Lexer", "Text", "Bytecode", "Gc"],
        ["StdLib"] = [],
        ["Hosting"] = ["Text", "Lexer", "Ast", "Parser", "Bytecode", "Compiler", "Gc", "Vm", "Jit", "Modules", "StdLib"],
        ["Cli"] = ["Hosting", "Text", "Lexer", "Ast", "Parser", "Bytecode", "Compiler", "Gc", "Vm", "Jit", "Modules", "StdLib"],
    };

    public static TheoryData<string> Names => [.. s_allowed.Keys];

    [Fact]
    public void Every_project_is_in_the_table()
    {
        var projects = Directory.GetDirectories(Repository.PathOf("src")).Select(folder => Path.GetFileName(folder)!["Keelback.".Length..]);
        Assert.Equal(s_allowed.Keys.Order(), projects.Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_project_references_only_what_the_table_allows(string name)
    {
        var project = XDocument.Load(Repository.PathOf("src", $"Keelback.{name}", $"Keelback.{name}.csproj"));
        var references = project.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!)["Keelback.".Length..]);
        Assert.Empty(references.Except(s_allowed[name]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_assembly_references_only_what_the_table_allows(string name)
    {
        var assembly = Assembly.Load(name == "Cli" ? "keelback" : $"Keelback.{name}");
        var references = assembly.GetReferencedAssemblies()
            .Where(reference => reference.Name!.StartsWith("Keelback.", StringComparison.Ordinal))
            .Select(reference => reference.Name!["Keelback.".Length..]);
        Assert.Empty(references.Except(s_allowed[name]));
    }

    [Fact]
    public void No_assembly_is_a_bin_for_what_has_no_room()
    {
        var names = Directory.GetDirectories(Repository.PathOf("src")).Select(folder => Path.GetFileName(folder)!);
        Assert.DoesNotContain(names, name => name.EndsWith("Core") || name.EndsWith("Common") || name.EndsWith("Utils"));
    }
}
