using System.Collections;
using System.Collections.Immutable;
using Keelback.Text;

namespace Keelback.Ast;

/// <summary>
/// Makes nodes from values of which only the kind is known: what turns the objects of Python's ast module, or another
/// tool's trees, into nodes.
/// </summary>
public static partial class AstFactory
{
    /// <summary>
    /// A node of a kind from its field values, in the order of <see cref="AstTypeInfo.Fields"/>, each as
    /// <see cref="AstNode.GetField"/> gives it or, for lists, any enumerable.
    /// </summary>
    /// <exception cref="ArgumentException">A value is missing or of the wrong type.</exception>
    public static AstNode Create(NodeKind kind, IReadOnlyList<object?> fields, SourceSpan span)
    {
        var info = AstMetadata.Of(kind);
        if (fields.Count != info.Fields.Length)
            throw new ArgumentException($"{info.Name} has {info.Fields.Length} fields, not {fields.Count}.", nameof(fields));
        return CreateCore(kind, fields, span);
    }

    private static T One<T>(NodeKind kind, IReadOnlyList<object?> fields, int index) =>
        fields[index] is T value ? value : throw Wrong(kind, index, fields[index]);

    private static T? Optional<T>(NodeKind kind, IReadOnlyList<object?> fields, int index)
        where T : class => fields[index] is null ? null : One<T>(kind, fields, index);

    private static T? OptionalValue<T>(NodeKind kind, IReadOnlyList<object?> fields, int index)
        where T : struct => fields[index] is null ? null : One<T>(kind, fields, index);

    private static ImmutableArray<T> List<T>(NodeKind kind, IReadOnlyList<object?> fields, int index)
    {
        if (fields[index] is ImmutableArray<T> array)
            return array;
        var items = ImmutableArray.CreateBuilder<T>();
        foreach (var item in Items(kind, fields, index))
            items.Add(item is T value ? value : throw Wrong(kind, index, item));
        return items.ToImmutable();
    }

    private static ImmutableArray<T?> ListWithHoles<T>(NodeKind kind, IReadOnlyList<object?> fields, int index)
        where T : class
    {
        var items = ImmutableArray.CreateBuilder<T?>();
        foreach (var item in Items(kind, fields, index))
            items.Add(item is T or null ? (T?)item : throw Wrong(kind, index, item));
        return items.ToImmutable();
    }

    private static IEnumerable Items(NodeKind kind, IReadOnlyList<object?> fields, int index) =>
        fields[index] is IEnumerable items and not string ? items : throw Wrong(kind, index, fields[index]);

    private static ArgumentException Wrong(NodeKind kind, int index, object? value)
    {
        var info = AstMetadata.Of(kind);
        return new ArgumentException(
            $"The field '{info.Fields[index].Name}' of {info.Name} cannot hold {value?.GetType().Name ?? "null"}.", "fields");
    }
}
