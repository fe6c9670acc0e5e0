using System.Collections.Immutable;
using System.Text;
using Keelback.Text;

namespace Keelback.Ast;

/// <summary>Constants, f-strings and t-strings.</summary>
internal sealed partial class UnparseVisitor
{
    private const string Infinity = "1e309";

    public override void VisitConstantExpr(ConstantExpr node)
    {
        switch (node.Value)
        {
            case Constant.Tuple tuple:
                Put("(");
                for (var i = 0; i < tuple.Items.Length; i++)
                {
                    Put(i > 0 ? ", " : "");
                    PutConstant(tuple.Items[i]);
                }

                Put(tuple.Items.Length == 1 ? ",)" : ")");
                break;
            case Constant.Ellipsis:
                Put("...");
                break;
            default:
                Put(node.Kind == "u" ? "u" : "");
                PutConstant(node.Value);
                break;
        }
    }

    public override void VisitJoinedStrExpr(JoinedStrExpr node) => PutTemplate("f", node.Values);

    public override void VisitTemplateStrExpr(TemplateStrExpr node) => PutTemplate("t", node.Values);

    public override void VisitFormattedValueExpr(FormattedValueExpr node)
    {
        PutReplacementField(FieldSource(node.Value), node.Conversion, node.FormatSpec);
    }

    public override void VisitInterpolationExpr(InterpolationExpr node)
    {
        var source = node.Str is Constant.Str text ? text.Value : FieldSource(node.Value);
        PutReplacementField(source, node.Conversion, node.FormatSpec);
    }

    // An infinity can only be spelt as a literal that overflows, a NaN as the difference of two.
    private void PutConstant(Constant value) => Put(value is Constant.Float or Constant.Complex
        ? ConstantRepr.Repr(value)
            .Replace("inf", Infinity, StringComparison.Ordinal)
            .Replace("nan", $"({Infinity}-{Infinity})", StringComparison.Ordinal)
        : ConstantRepr.Repr(value));

    private void PutStringAvoidingBackslashes(Constant.Str value, string[] quotes)
    {
        var (text, possible) = StringQuotes.Choose(ConstantRepr.CodePointsOf(value), quotes);
        Put(possible[0] + text + possible[0]);
    }

    private void PutTemplate(string prefix, ImmutableArray<Expr> values)
    {
        var parts = new List<TemplatePart>();
        foreach (var value in values)
        {
            if (value is ConstantExpr { Value: Constant.Str text })
            {
                var doubled = ConstantRepr.CodePointsOf(text)
                    .SelectMany(point => Enumerable.Repeat(point, point is '{' or '}' ? 2 : 1));
                parts.Add(new TemplatePart("", [.. doubled]));
                continue;
            }

            var outer = _text;
            _text = new StringBuilder();
            PutTemplatePart(value, isFormatSpec: false);
            parts.Add(new TemplatePart(_text.ToString(), null));
            _text = outer;
        }

        var (inside, quote) = Join(parts) ?? JoinEscaped(parts);
        Put(prefix + quote + inside + quote);
    }

    // All parts in quotes that suit each of them; null where there are none.
    private static (string Inside, string Quote)? Join(List<TemplatePart> parts)
    {
        var quotes = StringQuotes.All;
        var inside = new StringBuilder();
        foreach (var (source, literal) in parts)
        {
            if (literal is not null)
            {
                var (escaped, possible) = StringQuotes.Choose(literal, quotes, escapesSpecialWhitespace: true);
                if (!possible.Intersect(quotes).Any())
                    return null;
                quotes = possible;
                inside.Append(escaped);
                continue;
            }

            if (source.Contains('\n', StringComparison.Ordinal))
                quotes = [.. quotes.Where(quote => quote.Length == 3)];
            if (quotes.Length == 0)
                return null;
            var remaining = quotes.Where(quote => !source.Contains(quote, StringComparison.Ordinal)).ToArray();
            quotes = remaining.Length > 0 ? remaining : quotes;
            inside.Append(source);
        }

        return (inside.ToString(), quotes[0]);
    }

    private static (string Inside, string Quote) JoinEscaped(List<TemplatePart> parts)
    {
        var inside = new StringBuilder();
        foreach (var (source, literal) in parts)
        {
            // With a double quote in front repr takes single ones, in which the triple quotes may stand.
            inside.Append(literal is null ? source : ConstantRepr.Repr(['"', .. literal])[2..^1]);
        }

        return (inside.ToString(), "'''");
    }

    private void PutTemplatePart(Expr node, bool isFormatSpec)
    {
        switch (node)
        {
            case JoinedStrExpr joined:
                foreach (var value in joined.Values)
                    PutTemplatePart(value, isFormatSpec);
                break;
            case ConstantExpr { Value: Constant.Str text }:
                Put(TemplateText(text.Value, isFormatSpec));
                break;
            case FormattedValueExpr or InterpolationExpr:
                Put(node);
                break;
            default:
                throw new AstUnparseException($"Unexpected node inside JoinedStr, {node.Info.Name}");
        }
    }

    private static string TemplateText(string text, bool isFormatSpec)
    {
        text = text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
        return !isFormatSpec
            ? text
            : text.Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("'", "\\'", StringComparison.Ordinal)
                .Replace("\"", "\\\"", StringComparison.Ordinal)
                .Replace("\n", "\\n", StringComparison.Ordinal);
    }

    private static string FieldSource(Expr value) => new UnparseVisitor().Write(value, Precedence.Next(Precedence.Test));

    private void PutReplacementField(string source, int conversion, Expr? formatSpec)
    {
        // Two braces in a row would be one brace of the text.
        Put(source.StartsWith('{') ? "{ " : "{");
        Put(source);
        if (conversion != -1)
            _text.Append('!').Append((char)conversion);
        if (formatSpec is not null)
        {
            Put(":");
            PutTemplatePart(formatSpec, isFormatSpec: true);
        }

        Put("}");
    }

    // A replacement field's source, or the code points of the text between two fields.
    private readonly record struct TemplatePart(string Source, IReadOnlyList<int>? Literal);
}
