using System.Runtime.CompilerServices;
using System.Text;
using Keelback.Text;

namespace Keelback.Bytecode;

/// <summary>
/// Makes code objects of text, for tests and for tools without a compiler; <see cref="Write"/> shows a code object in
/// the same language. EXTENDED_ARGs and inline caches are put in where they belong.
/// </summary>
/// <remarks>
/// <code>
/// code "hello"
///   constant None
///   RESUME 0
///   LOAD_NAME "print"
///   PUSH_NULL
///   LOAD_CONST ="Hello"     ; a comment
///   CALL 1
///   POP_TOP
///   LOAD_CONST =None
///   RETURN_VALUE
/// end
/// </code>
/// Lines before the first instruction describe the code object: name, file, line, args (three numbers), stack, flags,
/// "variable NAME KINDS", "constant VALUE" (or a whole code object) and "attribute NAME" for co_names. An oparg is a
/// number; a label for a jump; quoted text for a name or variable, behind which a number gives the low bits that some
/// opargs have; or = and a constant. "@ 1:0-1:5" behind an instruction is its place. "handler L1 L2 L3 DEPTH [lasti]"
/// guards what stands from L1 up to L2. Without "stack" the depth is worked out.
/// </remarks>
public static class Assembler
{
    /// <summary>The code object that the text describes.</summary>
    /// <exception cref="BytecodeFormatException">The text cannot be read; the message names the line.</exception>
    public static CodeObject Assemble(string text)
    {
        var lines = new AssemblyLines(text);
        var code = Read(lines);
        if (lines.TryNext(out var extra))
            throw extra.Error("nothing should follow the last 'end'");
        return code;
    }

    /// <summary>A code object as text, from which <see cref="Assemble"/> makes an equal one.</summary>
    public static string Write(CodeObject code)
    {
        var text = new StringBuilder();
        new AssemblyWriter(text).Write(code, "");
        return text.ToString();
    }

    internal static CodeObject Read(AssemblyLines lines)
    {
        if (!lines.TryNext(out var head))
            throw new BytecodeFormatException("the text has no code object");
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw head.Error("code objects are nested too deep");
        head.Expect("code");
        var builder = new CodeAssembly(head.TakeText());
        head.ExpectEnd();
        while (lines.TryNext(out var line))
        {
            if (line.TryTake("end"))
                return builder.Finish(line);
            builder.ReadLine(line, lines);
        }

        throw head.Error("the code object has no 'end'");
    }
}

/// <summary>The lines of a text that say something, one after the other.</summary>
internal sealed class AssemblyLines(string text)
{
    private readonly string[] _lines = text.Split('\n');
    private int _next;

    public bool TryNext(out AssemblyTokens line)
    {
        while (_next < _lines.Length)
        {
            _next++;
            line = new AssemblyTokens(_lines[_next - 1], _next);
            if (!line.IsAtEnd)
                return true;
        }

        line = new AssemblyTokens("", _next);
        return false;
    }
}
