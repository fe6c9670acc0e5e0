using System.Runtime.CompilerServices;
using System.Text;
using Keelback.Text;

namespace Keelback.Bytecode;

/// <summary>
/// Shows code objects as text, in the layout of Python 3.14's dis module: line, label, instruction, oparg and what the
/// oparg means, then the exception table, then the code objects among the constants.
/// </summary>
/// <seealso href="https://docs.python.org/3.14/library/dis.html"/>
public static class Disassembler
{
    /// <summary>The text that dis.dis prints, except that a code object is shown without an address.</summary>
    public static string Disassemble(CodeObject code, DisassemblyOptions? options = null)
    {
        var text = new StringBuilder();
        options ??= DisassemblyOptions.Default;
        Append(text, code, options, options.Depth ?? int.MaxValue);
        return text.ToString();
    }

    private static void Append(StringBuilder text, CodeObject code, DisassemblyOptions options, int depth)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        new DisassemblyWriter(text, code, options).Write();
        if (depth <= 0)
            return;
        foreach (var inner in code.Constants.OfType<CodeObject>())
        {
            text.Append('\n').Append("Disassembly of ").Append(ConstantRepr.Repr(inner)).Append(":\n");
            Append(text, inner, options, depth - 1);
        }
    }
}
