namespace Keelback.Vm;

/// <summary>What Python code sees of a function and may assign, and how it is called and bound.</summary>
public sealed partial class PyFunction
{
    private static partial PyValue New(
        PyThread thread,
        PyType cls,
        PyValue code,
        PyValue globals,
        PyValue name,
        PyValue argdefs,
        PyValue closure,
        PyValue kwdefaults)
    {
        if (code.Ref is not PyCode pyCode)
            throw Raise.TypeError($"function() argument 'code' must be code, not {code.Type.Name}");
        if (globals.Ref is not PyDict dict)
            throw Raise.TypeError($"function() argument 'globals' must be dict, not {globals.Type.Name}");
        if (!name.IsNone && name.Ref is not PyStr)
            throw Raise.TypeError("arg 3 (name) must be None or string");
        if (!argdefs.IsNone && argdefs.Ref is not PyTuple)
            throw Raise.TypeError("arg 4 (defaults) must be None or tuple");
        var free = pyCode.Portable.FreeVars.Length;
        if (closure.Ref is not PyTuple cells)
        {
            if (!closure.IsNone)
                throw Raise.TypeError("arg 5 (closure) must be None or tuple");
            if (free > 0)
                throw Raise.TypeError("arg 5 (closure) must be tuple");
            cells = PyTuple.Empty;
        }

        if (cells.Count != free)
            throw Raise.ValueError($"{pyCode.Name.Value} requires closure of length {free}, not {cells.Count}");
        foreach (var cell in cells.Items)
        {
            if (cell.Ref is not PyCell)
                throw Raise.TypeError($"arg 5 (closure) expected cell, found {cell.Type.Name}");
        }

        var function = new PyFunction(pyCode, dict, thread.Interpreter.BuiltinsFor(thread, dict))
        {
            Defaults = argdefs.Ref as PyTuple,
            KeywordDefaults = kwdefaults.Ref as PyDict,
            Closure = free > 0 ? cells : null,
        };
        if (name.Ref is PyStr given)
            function.Name = given;
        return function;
    }

    private static partial PyValue Repr(PyThread thread, PyValue self) =>
        PyStr.From($"<function {((PyFunction)self.Ref!).QualifiedName.Value} at {ObjectIdentity.Address(thread, self)}>");

    private static partial PyValue Call(
        PyThread thread, PyValue callee, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) =>
        thread.InvokeFunction((PyFunction)callee.Ref!, arguments, keywordNames);

    private static partial PyValue Bind(PyThread thread, PyValue descriptor, PyValue instance, PyValue owner) =>
        instance.IsMissing || instance.IsNone && !ReferenceEquals(owner.Ref, PyNone.TypeObject)
            ? descriptor
            : new PyMethod(descriptor, instance);

    private static partial PyValue GetClosure(PyThread thread, PyFunction self) => self.Closure.OrNone();

    private static partial PyValue GetDoc(PyThread thread, PyFunction self) => self.Doc;

    private static partial void SetDoc(PyThread thread, PyFunction self, PyValue value) => self.Doc = value.OrNone();

    private static partial PyValue GetGlobals(PyThread thread, PyFunction self) => self.Globals;

    private static partial PyValue GetBuiltins(PyThread thread, PyFunction self) => self.Builtins;

    private static partial PyValue GetModule(PyThread thread, PyFunction self) => self.Module;

    private static partial void SetModule(PyThread thread, PyFunction self, PyValue value) => self.Module = value.OrNone();

    private static partial PyValue GetCode(PyThread thread, PyFunction self) => self.Code;

    private static partial void SetCode(PyThread thread, PyFunction self, PyValue value)
    {
        if (value.Ref is not PyCode code)
            throw Raise.TypeError("__code__ must be set to a code object");
        var (closed, free) = (self.Closure?.Count ?? 0, code.Portable.FreeVars.Length);
        if (closed != free)
        {
            throw Raise.ValueError(
                $"{self.Name.Value}() requires a code object with {closed} free vars, not {free}");
        }

        self.Code = code;
        self.Modified();
    }

    private static partial PyValue GetDefaults(PyThread thread, PyFunction self) => self.Defaults.OrNone();

    private static partial void SetDefaults(PyThread thread, PyFunction self, PyValue value)
    {
        if (!value.OrNone().IsNone && value.Ref is not PyTuple)
            throw Raise.TypeError("__defaults__ must be set to a tuple object");
        self.Defaults = value.Ref as PyTuple;
        self.Modified();
    }

    private static partial PyValue GetKeywordDefaults(PyThread thread, PyFunction self) => self.KeywordDefaults.OrNone();

    private static partial void SetKeywordDefaults(PyThread thread, PyFunction self, PyValue value)
    {
        if (!value.OrNone().IsNone && value.Ref is not PyDict)
            throw Raise.TypeError("__kwdefaults__ must be set to a dict object");
        self.KeywordDefaults = value.Ref as PyDict;
        self.Modified();
    }

    private static partial PyValue GetAnnotations(PyThread thread, PyFunction self)
    {
        if (self.Annotations.IsMissing)
            self.Annotations = AnnotationDicts.Compute(thread, self.Annotate, "__annotate__");
        else if (self.Annotations.Ref is PyTuple pairs)
            self.Annotations = AnnotationDicts.FromPairs(pairs);
        return self.Annotations;
    }

    private static partial void SetAnnotations(PyThread thread, PyFunction self, PyValue value)
    {
        if (!value.OrNone().IsNone && value.Ref is not PyDict)
            throw Raise.TypeError("__annotations__ must be set to a dict object");
        self.Annotations = value.OrNone().IsNone ? default : value;
        self.Annotate = default;
    }

    private static partial PyValue GetAnnotate(PyThread thread, PyFunction self) => self.Annotate.OrNone();

    private static partial void SetAnnotate(PyThread thread, PyFunction self, PyValue value)
    {
        if (value.IsMissing)
            throw Raise.TypeError("__annotate__ cannot be deleted");
        if (!value.IsNone && !Operators.IsCallable(value))
            throw Raise.TypeError("__annotate__ must be callable or None");
        self.Annotate = value.IsNone ? default : value;
        if (!value.IsNone)
            self.Annotations = default;
    }

    private static partial PyValue GetDict(PyThread thread, PyFunction self) => self.Attributes.ToDict();

    private static partial void SetDict(PyThread thread, PyFunction self, PyValue value) => InstanceDict.Set(self, value);

    private static partial PyValue GetName(PyThread thread, PyFunction self) => self.Name;

    private static partial void SetName(PyThread thread, PyFunction self, PyValue value) =>
        self.Name = value.Ref as PyStr ?? throw Raise.TypeError("__name__ must be set to a string object");

    private static partial PyValue GetQualifiedName(PyThread thread, PyFunction self) => self.QualifiedName;

    private static partial void SetQualifiedName(PyThread thread, PyFunction self, PyValue value) =>
        self.QualifiedName = value.Ref as PyStr ?? throw Raise.TypeError("__qualname__ must be set to a string object");

    private static partial PyValue GetTypeParams(PyThread thread, PyFunction self) => self.TypeParams ?? PyTuple.Empty;

    private static partial void SetTypeParams(PyThread thread, PyFunction self, PyValue value) =>
        self.TypeParams = value.Ref as PyTuple ?? throw Raise.TypeError("__type_params__ must be set to a tuple");
}
