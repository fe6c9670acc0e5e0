using System.Text.Json;
using Keelback.Testing;

namespace Keelback.Ast.Tests;

/// <summary>The specification has the classes of the reference's ast module, with their fields.</summary>
public class MetadataTests
{
    private static readonly string[] s_positions = ["lineno", "col_offset", "end_lineno", "end_col_offset"];

    private static readonly JsonElement s_classes = JsonDocument.Parse(
        File.ReadAllText(Repository.PathOf("tests", "Keelback.Ast.Tests", "data", "classes.json"))).RootElement;

    [Fact]
    public void Classes_are_those_of_the_reference()
    {
        var expected = s_classes.EnumerateObject().Select(property => property.Name);
        Assert.Equal(expected.Order(StringComparer.Ordinal), AstMetadata.Types.Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Bases_fields_and_attributes_are_those_of_the_reference()
    {
        foreach (var type in AstMetadata.Types)
        {
            var expected = s_classes.GetProperty(type.Name);
            Assert.Equal((type.Name, expected.GetProperty("base").GetString()), (type.Name, type.Base));
            Assert.Equal(Strings(expected, "fields").Prepend(type.Name), type.Fields.Select(field => field.Name).Prepend(type.Name));
            Assert.Equal(
                Strings(expected, "attributes").Prepend(type.Name),
                (type.IsLocated ? s_positions : []).Prepend(type.Name));
        }
    }

    [Fact]
    public void Field_types_are_those_of_the_reference()
    {
        foreach (var type in AstMetadata.Types)
        {
            var expected = s_classes.GetProperty(type.Name).GetProperty("types");
            foreach (var field in type.Fields)
            {
                // A bare class is recorded by its name alone.
                var python = field.Arity == AstFieldArity.One ? field.PythonType.Replace("ast.", "", StringComparison.Ordinal) : field.PythonType;
                Assert.Equal((type.Name, field.Name, expected.GetProperty(field.Name).GetString()), (type.Name, field.Name, python));
            }
        }
    }

    [Fact]
    public void Every_kind_has_its_class()
    {
        foreach (var kind in Enum.GetValues<NodeKind>())
        {
            Assert.Equal(kind, AstMetadata.Of(kind).Kind);
            Assert.Equal(kind.ToString(), AstMetadata.Of(kind).CSharpName);
        }
    }

    [Fact]
    public void Every_member_of_an_enum_is_found_by_name()
    {
        foreach (var type in AstMetadata.Types.Where(type => type.Role == AstTypeRole.Member))
            Assert.Equal(type.Name, AstEnumNames.Find(AstEnumNames.Parse(type.Name)));
        Assert.Null(AstEnumNames.Parse("BinOp"));
        Assert.Null(AstMetadata.Find("Nothing"));
    }

    private static IEnumerable<string> Strings(JsonElement element, string name) =>
        element.GetProperty(name).EnumerateArray().Select(item => item.GetString()!);
}
