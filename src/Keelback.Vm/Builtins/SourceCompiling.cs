using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>Compiling for compile(), eval() and exec(): source in all its forms, and diagnostics as exceptions.</summary>
internal static class SourceCompiling
{
    private const CodeFlags Inheritable = CodeFlags.FutureDivision | CodeFlags.FutureAbsoluteImport
        | CodeFlags.FutureWithStatement | CodeFlags.FuturePrintFunction | CodeFlags.FutureUnicodeLiterals
        | CodeFlags.FutureBarryAsBdfl | CodeFlags.FutureGeneratorStop | CodeFlags.FutureAnnotations;

    /// <summary>The features of __future__ that the calling code has on.</summary>
    public static CodeFlags InheritedFlags(PyThread thread) =>
        (thread.Frame?.Code.Code.Portable.Flags ?? CodeFlags.None) & Inheritable;

    /// <summary>Compiles a str, bytes-like object or syntax tree; what is wrong with it is raised.</summary>
    public static PyValue Compile(PyThread thread, PyValue source, SourceCompilationOptions options, string function)
    {
        var compiler = thread.Interpreter.Host.Compiler
            ?? throw Raise.RuntimeError($"{function}(): this interpreter has no compiler");
        if (compiler.TryCompileObject(thread, source, options, out var result))
            return result;
        SourceCompilation compilation;
        if (source.Ref is PyStr text)
        {
            if (text.Value.Contains('\0'))
                throw Raise.SyntaxError("source code string cannot contain null bytes");
            compilation = compiler.Compile(text.Value, options);
        }
        else
        {
            if (!Operators.HasBuffer(source))
            {
                var kinds = function == "compile" ? "a string, bytes or AST object" : "a string, bytes or code object";
                throw Raise.TypeError($"{function}() arg 1 must be {kinds}");
            }

            compilation = compiler.Compile(Operators.ToByteArray(thread, source), options);
        }

        return ToCode(thread, compilation);
    }

    /// <summary>The code of a compilation, after its warnings; a SyntaxError where there is none.</summary>
    public static PyCode ToCode(PyThread thread, SourceCompilation compilation)
    {
        foreach (var diagnostic in compilation.Diagnostics)
            SyntaxDiagnostics.Issue(thread, diagnostic, compilation.SourceText);
        return new PyCode(compilation.Code ?? throw Raise.SyntaxError("invalid syntax"));
    }

    /// <summary>The name that the filename argument gives.</summary>
    public static string FileName(PyThread thread, PyValue fileName) => fileName.Ref switch
    {
        PyStr text => text.Value,
        PyBytes bytes => System.Text.Encoding.UTF8.GetString(bytes.AsSpan()),
        _ when thread.TryCallSpecial(fileName, PyStr.Intern("__fspath__"), [], out var path) => FileName(thread, path),
        _ => throw Raise.TypeError($"expected str, bytes or os.PathLike object, not {fileName.Type.Name}"),
    };

    /// <summary>An expression's text without the blanks in front that eval() allows.</summary>
    public static PyValue TrimStart(PyValue source) =>
        source.Ref is PyStr text && text.Length > 0 && text[0] is ' ' or '\t' && source.Ref is PyStr whole
            ? PyStr.From(whole.Value.TrimStart(' ', '\t'))
            : source;
}
