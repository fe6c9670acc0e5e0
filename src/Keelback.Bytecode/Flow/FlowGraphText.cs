using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Keelback.Bytecode;

/// <summary>Writes a control flow graph for programs that draw: Graphviz and Mermaid.</summary>
public static class FlowGraphText
{
    /// <summary>The graph in Graphviz's language.</summary>
    public static string ToDot(ControlFlowGraph graph)
    {
        var text = new StringBuilder("digraph code {\n  node [shape=box, fontname=monospace];\n");
        foreach (var block in graph.Blocks)
        {
            var lines = string.Concat(Lines(graph, block).Select(line => Escape(line) + "\\l"));
            text.Append(CultureInfo.InvariantCulture, $"  b{block.Number} [label=\"{lines}\"];\n");
        }

        foreach (var block in graph.Blocks)
        {
            foreach (var edge in block.Edges)
            {
                var style = edge.Kind switch
                {
                    FlowKind.Jump => " [label=jump]",
                    FlowKind.Exception => " [label=exception, style=dashed]",
                    _ => "",
                };
                text.Append(CultureInfo.InvariantCulture, $"  b{block.Number} -> b{edge.Target}{style};\n");
            }
        }

        return text.Append("}\n").ToString();
    }

    /// <summary>The graph as a Mermaid flowchart.</summary>
    public static string ToMermaid(ControlFlowGraph graph)
    {
        var text = new StringBuilder("flowchart TD\n");
        foreach (var block in graph.Blocks)
        {
            var lines = string.Join("<br/>", Lines(graph, block).Select(EscapeHtml));
            text.Append(CultureInfo.InvariantCulture, $"  b{block.Number}[\"{lines}\"]\n");
        }

        foreach (var block in graph.Blocks)
        {
            foreach (var edge in block.Edges)
            {
                var arrow = edge.Kind switch
                {
                    FlowKind.Jump => "-->|jump|",
                    FlowKind.Exception => "-.->|exception|",
                    _ => "-->",
                };
                text.Append(CultureInfo.InvariantCulture, $"  b{block.Number} {arrow} b{edge.Target}\n");
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> Lines(ControlFlowGraph graph, FlowBlock block)
    {
        foreach (var instruction in block.Instructions)
        {
            var info = instruction.Info;
            var meaning = info is { HasArgument: true } && instruction.JumpTarget is null
                ? OpargText.Describe(graph.Code, instruction, ImmutableDictionary<int, int>.Empty)
                : "";
            var oparg = info is not { HasArgument: true } || instruction.JumpTarget is not null ? "" : $" {instruction.Oparg}";
            yield return $"{instruction.Offset} {instruction.Name}{oparg}{(meaning.Length > 0 ? $" ({meaning})" : "")}";
        }
    }

    private static string Escape(string text) => text.Replace("\\", "\\\\").Replace("\"", "\\\"");

    private static string EscapeHtml(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");
}
