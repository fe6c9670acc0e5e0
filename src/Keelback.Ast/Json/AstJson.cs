using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Keelback.Text;

namespace Keelback.Ast;

/// <summary>
/// Writes a tree as JSON for other tools: a node is an object whose "_type" is Python's class, followed by its fields and
/// positions; an operator is its class's name; a constant is an object of "type" and "value".
/// </summary>
public static class AstJson
{
    /// <summary>The JSON text of a tree.</summary>
    /// <exception cref="InsufficientExecutionStackException">The tree is too deep.</exception>
    public static string Write(AstNode node, bool indented = false)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions
        {
            Indented = indented,
            NewLine = "\n",
            MaxDepth = int.MaxValue,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var writer = new Utf8JsonWriter(buffer, options))
            Write(writer, node);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case AstNode node:
                Write(writer, node);
                break;
            case Constant constant:
                Write(writer, constant);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case IEnumerable list:
                writer.WriteStartArray();
                foreach (var item in list)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(AstEnumNames.Find(value));
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, AstNode node)
    {
        var info = node.Info;
        writer.WriteStartObject();
        writer.WriteString("_type", info.Name);
        for (var i = 0; i < info.Fields.Length; i++)
        {
            writer.WritePropertyName(info.Fields[i].Name);
            Write(writer, node.GetField(i));
        }

        if (info.IsLocated)
        {
            writer.WriteNumber("lineno", node.Span.Line);
            writer.WriteNumber("col_offset", node.Span.Column);
            writer.WriteNumber("end_lineno", node.Span.EndLine);
            writer.WriteNumber("end_col_offset", node.Span.EndColumn);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Constant constant)
    {
        writer.WriteStartObject();
        switch (constant)
        {
            case Constant.Str str:
                writer.WriteString("type", "str");
                WriteText(writer, str);
                break;
            case Constant.Int number:
                // As text: JSON's readers round large numbers.
                writer.WriteString("type", "int");
                writer.WriteString("value", number.Value.ToString(CultureInfo.InvariantCulture));
                break;
            case Constant.Bool flag:
                writer.WriteString("type", "bool");
                writer.WriteBoolean("value", flag.Value);
                break;
            default:
                writer.WriteString("type", TypeName(constant));
                writer.WriteString("value", ConstantRepr.Repr(constant));
                break;
        }

        writer.WriteEndObject();
    }

    // JSON text cannot hold a lone surrogate.
    private static void WriteText(Utf8JsonWriter writer, Constant.Str str)
    {
        var points = ConstantRepr.CodePointsOf(str);
        if (!points.Any(point => point is >= 0xD800 and < 0xE000))
        {
            writer.WriteString("value", str.Value);
            return;
        }

        writer.WriteStartArray("code_points");
        foreach (var point in points)
            writer.WriteNumberValue(point);
        writer.WriteEndArray();
    }

    private static string TypeName(Constant constant) => constant switch
    {
        Constant.None => "NoneType",
        Constant.Ellipsis => "ellipsis",
        Constant.Float => "float",
        Constant.Complex => "complex",
        Constant.Bytes => "bytes",
        Constant.Tuple => "tuple",
        Constant.FrozenSet => "frozenset",
        Constant.Slice => "slice",
        _ => constant.GetType().Name,
    };
}
