using Keelback.Ast;
using Keelback.Vm;

namespace Keelback.Modules.SyntaxTrees;

/// <summary>A node as Python code sees it: an object with attributes.</summary>
[PyType("ast.AST", Flags = TypeFlags.HasDict | TypeFlags.HasWeakReferences)]
internal sealed partial class PyAst : ExtensibleObject
{
    private static readonly PyStr s_load = PyStr.Intern("Load");

    public PyAst(PyType type)
        : base(type)
    {
    }

    private static void Populate(TypeMembers members)
    {
        members.AddAttribute("_fields", PyTuple.Empty);
        members.AddAttribute("_attributes", PyTuple.Empty);
        members.AddAttribute("__match_args__", PyTuple.Empty);
    }

    [PySlot("tp_new")]
    private static PyValue New(PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) => new PyAst(cls);

    [PySlot("tp_init")]
    private static void Initialize(PyThread thread, PyAst self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var type = self.Type;
        var fields = NamesOf(thread, type, AstTypes.Fields);
        var positional = arguments.Length - (keywordNames?.Count ?? 0);
        if (positional > fields.Length)
        {
            throw Raise.TypeError(
                $"{type.Name} constructor takes at most {fields.Length} positional argument{(fields.Length == 1 ? "" : "s")}");
        }

        var missing = new HashSet<string>(fields.Select(field => field.Value), StringComparer.Ordinal);
        for (var i = 0; i < positional; i++)
        {
            missing.Remove(fields[i].Value);
            Operators.SetAttribute(thread, self, fields[i], arguments[i]);
        }

        for (var i = positional; i < arguments.Length; i++)
        {
            var name = PyStr.Intern((PyStr)keywordNames![i - positional].Ref!);
            if (!missing.Remove(name.Value) && fields.Any(field => field.TextEquals(name)))
                throw Raise.TypeError($"{type.Name} got multiple values for argument '{name.Value}'");
            Operators.SetAttribute(thread, self, name, arguments[i]);
        }

        if (missing.Count > 0)
            self.FillIn(thread, missing);
    }

    [PyMethod("__reduce__($self, /)", Doc = "Return what pickle and copy need.")]
    private static PyValue Reduce(PyThread thread, PyAst self) =>
        PyTuple.From(self.Type, PyTuple.Empty, self.Attributes.ToDict());

    [PyMethod("__replace__($self, /, **fields)", Doc = "Return a copy of the AST node with new values for the specified fields.")]
    private static PyValue Replace(PyThread thread, PyAst self, PyDict? fields)
    {
        var known = NamesOf(thread, self.Type, AstTypes.Fields).Concat(NamesOf(thread, self.Type, AstTypes.Attributes)).ToList();
        var copy = new PyAst(self.Type);
        var values = self.Attributes.ToDict();
        for (var i = 0; i < values.EntryEnd; i++)
        {
            if (values.EntryAt(i).Key.Ref is PyStr name)
                copy.Attributes.Set(copy.Type, name, values.EntryAt(i).Value);
        }

        for (var i = 0; i < (fields?.EntryEnd ?? 0); i++)
        {
            if (fields!.EntryAt(i).Key.Ref is not PyStr name)
                continue;
            if (!known.Any(field => field.TextEquals(name)))
                throw Raise.TypeError($"{self.Type.Name}.__replace__ got an unexpected keyword argument '{name.Value}'.");
            copy.Attributes.Set(copy.Type, PyStr.Intern(name), fields.EntryAt(i).Value);
        }

        return copy;
    }

    [PyGetter("__dict__")]
    private static PyValue GetDict(PyThread thread, PyAst self) => self.Attributes.ToDict();

    [PySlot("tp_repr")]
    private static PyValue Repr(PyThread thread, PyAst self) => PyStr.From(self.Show(thread, 3));

    private string Show(PyThread thread, int depth)
    {
        var fields = NamesOf(thread, Type, AstTypes.Fields);
        if (fields.Length == 0)
            return $"{Type.Name}()";
        if (depth <= 0)
            return $"{Type.Name}(...)";
        var parts = new List<string>();
        foreach (var field in fields)
        {
            var value = Operators.FindAttribute(thread, this, field);
            if (!value.IsMissing)
                parts.Add($"{field.Value}={ShowValue(thread, value, depth - 1)}");
        }

        return $"{Type.Name}({string.Join(", ", parts)})";
    }

    private static string ShowValue(PyThread thread, PyValue value, int depth)
    {
        if (value.Ref is PyAst node)
            return node.Show(thread, depth);
        if (value.Ref is not PyList { Count: > 0 } list || list.Items[0].Ref is not PyAst)
        {
            var text = Operators.Repr(thread, value).Value;
            return text.Length > 80 ? text[..40] + "..." + text[^40..] : text;
        }

        var first = ShowValue(thread, list.Items[0], depth);
        return list.Count switch
        {
            1 => $"[{first}]",
            2 => $"[{first}, {ShowValue(thread, list.Items[1], depth)}]",
            _ => $"[{first}, ..., {ShowValue(thread, list.Items[list.Count - 1], depth)}]",
        };
    }

    // Lists that were not given are empty, contexts are Load, and what is optional is None already, by the class.
    private void FillIn(PyThread thread, HashSet<string> missing)
    {
        if (AstTypes.Of(thread).Find(Type) is not { } info)
            return;
        foreach (var field in info.Fields)
        {
            if (!missing.Contains(field.Name))
                continue;
            if (field.IsList)
                Operators.SetAttribute(thread, this, PyStr.Intern(field.Name), new PyList());
            else if (field.Type == "expr_context")
                Operators.SetAttribute(thread, this, PyStr.Intern(field.Name), AstTypes.Of(thread).Member(s_load.Value));
        }
    }

    private static PyStr[] NamesOf(PyThread thread, PyType type, PyStr attribute)
    {
        var names = Operators.FindAttribute(thread, type, attribute);
        return names.IsMissing ? [] : [.. Operators.ToTuple(thread, names).Items.Select(Operators.AttributeName)];
    }
}
