using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Keelback.Text;

namespace Keelback.Ast;

/// <summary>What a dump shows, and how it is laid out.</summary>
public sealed record AstDumpOptions
{
    /// <summary>Whether fields stand with their names where these could be left out.</summary>
    public bool AnnotateFields { get; init; } = true;

    /// <summary>Whether positions are shown.</summary>
    public bool IncludeAttributes { get; init; }

    /// <summary>The text of one level of indentation; null puts everything on one line.</summary>
    public string? Indent { get; init; }

    /// <summary>Whether empty lists are shown.</summary>
    public bool ShowEmpty { get; init; }
}

/// <summary>Writes a tree as Python's ast.dump does.</summary>
public static class AstDump
{
    private static readonly AstDumpOptions s_default = new();

    /// <summary>The dump of a tree.</summary>
    /// <exception cref="InsufficientExecutionStackException">The tree is too deep.</exception>
    public static string Dump(AstNode node, AstDumpOptions? options = null) =>
        new Formatter(options ?? s_default).Format(node, 0).Text;

    private sealed class Formatter(AstDumpOptions options)
    {
        private static readonly string[] s_positions = ["lineno", "col_offset", "end_lineno", "end_col_offset"];

        /// <summary>The text, and whether it is so simple that what holds it may stay on one line.</summary>
        public (string Text, bool IsSimple) Format(object? value, int level)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return value switch
            {
                AstNode node => FormatNode(node, level + 1),
                string text => (ConstantRepr.Repr(text), true),
                Constant constant => (ConstantRepr.Repr(constant), true),
                int number => (number.ToString(CultureInfo.InvariantCulture), true),
                null => ("None", true),
                IEnumerable list => FormatList(list, level + 1),
                _ => (AstEnumNames.Find(value) + "()", true),
            };
        }

        private (string Text, bool IsSimple) FormatList(IEnumerable list, int level)
        {
            var items = new List<string>();
            foreach (var item in list)
                items.Add(Format(item, level).Text);
            return items.Count == 0 ? ("[]", true) : ($"[{Prefix(level)}{string.Join(Separator(level), items)}]", false);
        }

        private (string Text, bool IsSimple) FormatNode(AstNode node, int level)
        {
            var info = node.Info;
            var arguments = new List<string>();
            var isSimple = true;
            AddFields(node, info, level, arguments, ref isSimple);
            if (options.IncludeAttributes && info.IsLocated && node.Span != SourceSpan.None)
            {
                int[] values = [node.Span.Line, node.Span.Column, node.Span.EndLine, node.Span.EndColumn];
                for (var i = 0; i < values.Length; i++)
                    arguments.Add(string.Create(CultureInfo.InvariantCulture, $"{s_positions[i]}={values[i]}"));
            }

            return isSimple && arguments.Count <= 3
                ? ($"{info.Name}({string.Join(", ", arguments)})", arguments.Count == 0)
                : ($"{info.Name}({Prefix(level)}{string.Join(Separator(level), arguments)})", false);
        }

        private void AddFields(AstNode node, AstTypeInfo info, int level, List<string> arguments, ref bool isSimple)
        {
            var named = options.AnnotateFields;

            // Empty lists that must be shown after all once a later field is given by its position.
            var heldBack = 0;
            for (var i = 0; i < info.Fields.Length; i++)
            {
                var field = info.Fields[i];
                var value = node.GetField(i);
                if (value is null && field.Arity == AstFieldArity.Optional)
                {
                    named = true;
                    continue;
                }

                if (!options.ShowEmpty)
                {
                    if (field.IsList && IsEmpty(value))
                    {
                        heldBack += named ? 0 : 1;
                        continue;
                    }

                    if (!named)
                    {
                        arguments.AddRange(Enumerable.Repeat("[]", heldBack));
                        heldBack = 0;
                    }
                }

                var (text, simple) = Format(value, level);
                isSimple &= simple;
                arguments.Add(named ? $"{field.Name}={text}" : text);
            }
        }

        private static bool IsEmpty(object? list) => list is IEnumerable items && !items.GetEnumerator().MoveNext();

        private string Prefix(int level) => options.Indent is null ? "" : "\n" + Indentation(level);

        private string Separator(int level) => options.Indent is null ? ", " : ",\n" + Indentation(level);

        private string Indentation(int level) => new StringBuilder().Insert(0, options.Indent, level).ToString();
    }
}
