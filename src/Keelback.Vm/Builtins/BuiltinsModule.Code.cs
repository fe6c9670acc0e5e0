using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>Compiling and running code.</summary>
internal static unsafe partial class BuiltinsModule
{
    [PyFunction("compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)", Doc = "Turn source text or a syntax tree into code that exec() or eval() can run.\n\nmode is 'exec' for a module, 'single' for one interactive statement, 'eval' for an expression.")]
    private static PyValue Compile(
        PyThread thread, PyValue source, PyValue filename, string mode, int flags, bool dontInherit, int optimize, int featureVersion)
    {
        var sourceMode = mode switch
        {
            "exec" => SourceMode.Exec,
            "eval" => SourceMode.Eval,
            "single" => SourceMode.Single,
            "func_type" => SourceMode.FuncType,
            _ => throw Raise.ValueError("compile() mode must be 'exec', 'eval', 'single' or 'func_type'"),
        };
        if (optimize is < -1 or > 2)
            throw Raise.ValueError("compile(): invalid optimize value");
        var options = new SourceCompilationOptions
        {
            FileName = SourceCompiling.FileName(thread, filename),
            Mode = sourceMode,
            OptimizationLevel = optimize < 0 ? thread.Interpreter.Host.OptimizationLevel : optimize,
            Flags = (CodeFlags)flags | (dontInherit ? CodeFlags.None : SourceCompiling.InheritedFlags(thread)),
            FeatureVersion = featureVersion,
        };
        return SourceCompiling.Compile(thread, source, options, "compile");
    }

    [PyFunction("eval(source, /, globals=None, locals=None)", Doc = "Evaluate an expression, given as text or as a code object, and return its value.")]
    private static PyValue Eval(PyThread thread, PyValue source, PyValue globals, PyValue locals)
    {
        var (variables, names) = Namespaces(thread, globals, locals, "eval");
        if (source.Ref is not PyCode code)
        {
            var options = new SourceCompilationOptions
            {
                Mode = SourceMode.Eval,
                Flags = SourceCompiling.InheritedFlags(thread),
                OptimizationLevel = thread.Interpreter.Host.OptimizationLevel,
            };
            code = (PyCode)SourceCompiling.Compile(thread, SourceCompiling.TrimStart(source), options, "eval").Ref!;
        }

        if (code.Portable.FreeVars.Length > 0)
            throw Raise.TypeError("code object passed to eval() may not contain free variables");
        return thread.RunCode(code, variables, names);
    }

    [PyFunction("exec(source, /, globals=None, locals=None, *, closure=None)", Doc = "Run statements, given as text or as a code object.\n\nclosure is a tuple of cells for the free variables of a code object.")]
    private static PyValue Exec(PyThread thread, PyValue source, PyValue globals, PyValue locals, PyValue closure)
    {
        var (variables, names) = Namespaces(thread, globals, locals, "exec");
        PyTuple? cells = null;
        if (source.Ref is PyCode code)
        {
            var count = code.Portable.FreeVars.Length;
            if (count == 0 && !closure.IsNone)
                throw Raise.TypeError("cannot use a closure with this code object");
            cells = closure.Ref as PyTuple;
            if (count > 0 && (cells is null || cells.Count != count || cells.Items.Any(cell => cell.Ref is not PyCell)))
                throw Raise.TypeError($"code object requires a closure of exactly length {count}");
        }
        else
        {
            if (!closure.IsNone)
                throw Raise.TypeError("closure can only be used when source is a code object");
            var options = new SourceCompilationOptions
            {
                Flags = SourceCompiling.InheritedFlags(thread),
                OptimizationLevel = thread.Interpreter.Host.OptimizationLevel,
            };
            code = (PyCode)SourceCompiling.Compile(thread, source, options, "exec").Ref!;
        }

        var result = thread.RunCode(code, variables, names, cells);
        return result.IsMissing ? default : PyValue.None;
    }

    private static (PyDict Globals, PyValue Locals) Namespaces(PyThread thread, PyValue globals, PyValue locals, string function)
    {
        if (!globals.IsNone && globals.Ref is not PyDict)
            throw Raise.TypeError(function == "eval" && PyDict.IsMapping(thread, globals)
                ? "globals must be a real dict; try eval(code, {}, mapping)"
                : $"{function}() globals must be a dict, not {globals.Type.Name}");
        if (!locals.IsNone && !PyDict.IsMapping(thread, locals))
            throw Raise.TypeError($"{function}() locals must be a mapping or None, not {locals.Type.Name}");
        var frame = thread.Frame;
        PyDict variables;
        if (globals.Ref is PyDict given)
        {
            variables = given;
            if (locals.IsNone)
                locals = globals;
        }
        else
        {
            variables = frame?.Globals ?? throw Raise.SystemError("globals and locals cannot be NULL");
            if (locals.IsNone)
                locals = CurrentLocals(thread);
        }

        if (variables.Find(Names.Builtins) < 0)
            variables.Set(Names.Builtins, frame is null ? thread.Interpreter.Builtins : frame.Builtins);
        return (variables, locals);
    }
}
