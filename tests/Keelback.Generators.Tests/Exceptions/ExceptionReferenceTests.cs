using System.Text.Json;
using Keelback.Generators.Exceptions;
using Keelback.Generators.Shared;
using Keelback.Testing;

namespace Keelback.Generators.Tests.Exceptions;

/// <summary>The exception tree against CPython's (record/record_exceptions.py).</summary>
public sealed class ExceptionReferenceTests
{
    private static readonly JsonElement s_recorded = JsonDocument.Parse(
        File.ReadAllText(Repository.PathOf("tests", "Keelback.Generators.Tests", "Exceptions", "exceptions.json"))).RootElement;

    private static readonly ExceptionTree s_tree = ExceptionTreeBuilder.Build(
    [
        ExceptionParser.Parse(Read("exceptions.yaml")), ExceptionParser.ParseWarnings(Read("warnings.yaml")),
    ]);

    [Fact]
    public void Names_and_bases_are_CPythons() => Assert.Equal(
        Recorded().Select(entry => $"{entry.Name}: {string.Join(", ", Strings(entry.Value, "bases"))}"),
        s_tree.Exceptions.OrderBy(exception => exception.Name, StringComparer.Ordinal)
            .Select(exception => $"{exception.Name}: {string.Join(", ", exception.OtherBases.Prepend(exception.Base))}"));

    [Fact]
    public void Attributes_are_CPythons() => Assert.Equal(
        Recorded().Select(entry => $"{entry.Name}: {string.Join(", ", Strings(entry.Value, "members"))}"),
        s_tree.Exceptions.OrderBy(exception => exception.Name, StringComparer.Ordinal)
            .Select(exception => $"{exception.Name}: {string.Join(", ", exception.Attributes.Select(attribute => attribute.Name))}"));

    [Fact]
    public void Aliases_are_CPythons() => Assert.Equal(
        Recorded().SelectMany(entry => Strings(entry.Value, "aliases").Select(alias => $"{alias} = {entry.Name}")),
        s_tree.Exceptions.SelectMany(exception => exception.Aliases.Select(alias => $"{alias} = {exception.Name}")));

    [Fact]
    public void Error_numbers_make_CPythons_classes() => Assert.Equal(
        s_recorded.GetProperty("errno").EnumerateObject()
            .Select(entry => $"{entry.Name} {entry.Value[0].GetInt32()} {entry.Value[1].GetString()}")
            .Order(StringComparer.Ordinal),
        s_tree.Exceptions
            .SelectMany(exception => exception.Errnos.Select(errno => $"{errno.Name} {errno.Number} {exception.Name}"))
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Default_filters_are_CPythons() => Assert.Equal(
        s_recorded.GetProperty("filters").EnumerateArray()
            .Select(filter => $"{filter[0].GetString()} {filter[1].GetString()} {filter[2].GetString()}"),
        s_tree.Exceptions.SelectMany(exception => exception.Filters
            .Select(filter => $"{filter.Action} {exception.Name} {filter.Module}")));

    private static IEnumerable<JsonProperty> Recorded() => s_recorded.GetProperty("exceptions").EnumerateObject()
        .OrderBy(entry => entry.Name, StringComparer.Ordinal);

    private static IEnumerable<string> Strings(JsonElement element, string key) =>
        element.TryGetProperty(key, out var list) ? list.EnumerateArray().Select(item => item.GetString()!) : [];

    private static SpecFile Read(string name) => new(name, File.ReadAllText(Repository.PathOf("spec", name)), "");
}
