namespace Keelback.Vm;

/// <summary>string.templatelib.Template: the texts of a template string and the interpolations between them.</summary>
/// <seealso href="https://peps.python.org/pep-0750/"/>
internal sealed partial class PyTemplate : PyObject
{
    private static readonly PyStr s_module = PyStr.Intern("string.templatelib");
    private static readonly PyStr s_unpickle = PyStr.Intern("_template_unpickle");

    public PyTemplate(PyTuple strings, PyTuple interpolations)
        : base(TypeObject)
    {
        Strings = strings;
        Interpolations = interpolations;
    }

    /// <summary>The texts, one more than there are interpolations.</summary>
    [PyField]
    public partial PyTuple Strings { get; private set; }

    [PyField]
    public partial PyTuple Interpolations { get; private set; }

    private static partial PyValue NewRaw(
        PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        if (keywordNames is { Count: > 0 })
            throw Raise.TypeError("Template.__new__ only accepts *args arguments");
        var strings = new List<PyValue>();
        var interpolations = new List<PyValue>();
        var text = PyStr.Empty;
        foreach (var argument in arguments)
        {
            switch (argument.Ref)
            {
                case PyStr part:
                    text = text.Length == 0 ? part : PyStr.Concat(text, part);
                    break;
                case PyInterpolation:
                    strings.Add(text);
                    text = PyStr.Empty;
                    interpolations.Add(argument);
                    break;
                default:
                    throw Raise.TypeError(
                        $"Template.__new__ *args need to be of type 'str' or 'Interpolation', got {argument.Type.Name}");
            }
        }

        strings.Add(text);
        return new PyTemplate(PyTuple.Own([.. strings]), PyTuple.Own([.. interpolations]));
    }

    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var template = (PyTemplate)self.Ref!;
        var strings = Operators.Repr(thread, template.Strings).Value;
        return PyStr.From(
            $"{template.Type.Name}(strings={strings}, interpolations={Operators.Repr(thread, template.Interpolations).Value})");
    }

    private static partial PyValue Iterate(PyThread thread, PyValue self) => new PyTemplateIterator((PyTemplate)self.Ref!);

    private static partial PyValue Concat(PyThread thread, PyValue left, PyValue right)
    {
        var first = (PyTemplate)left.Ref!;
        if (right.Ref is not PyTemplate second)
        {
            return thread.Raise(Raise.TypeError(
                $"can only concatenate {s_module.Value}.Template (not \"{right.Type.Name}\") to {s_module.Value}.Template"));
        }

        var (a, b) = (first.Strings.Items, second.Strings.Items);
        var joint = PyStr.Concat((PyStr)a[^1].Ref!, (PyStr)b[0].Ref!);
        return new PyTemplate(
            PyTuple.Own([.. a.AsSpan(0, a.Length - 1), joint, .. b.AsSpan(1)]),
            PyTuple.Own([.. first.Interpolations.Items, .. second.Interpolations.Items]));
    }

    private static partial PyValue GetStrings(PyThread thread, PyTemplate self) => self.Strings;

    private static partial PyValue GetInterpolations(PyThread thread, PyTemplate self) => self.Interpolations;

    private static partial PyValue GetValues(PyThread thread, PyTemplate self)
    {
        var values = new PyValue[self.Interpolations.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = ((PyInterpolation)self.Interpolations[i].Ref!).Value;
        return PyTuple.Own(values);
    }

    private static partial PyValue Reduce(PyThread thread, PyTemplate self)
    {
        var module = thread.Interpreter.Imports.GetOrLoad(thread, s_module);
        return PyTuple.From(
            Operators.GetAttribute(thread, module, s_unpickle), PyTuple.From(self.Strings, self.Interpolations));
    }

    private static partial PyValue ClassGetItem(PyThread thread, PyType cls, PyValue @object) => new PyGenericAlias(cls, @object);
}

/// <summary>The iterator over a template's parts: texts that are not empty, and interpolations.</summary>
internal sealed partial class PyTemplateIterator : PyObject
{
    private int _position;

    public PyTemplateIterator(PyTemplate template)
        : base(TypeObject)
    {
        Template = template;
    }

    [PyField]
    private partial PyTemplate Template { get; set; }

    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue NextItem(PyThread thread, PyValue self)
    {
        // Even positions are texts, odd ones the interpolations behind them.
        var iterator = (PyTemplateIterator)self.Ref!;
        var (strings, interpolations) = (iterator.Template.Strings, iterator.Template.Interpolations);
        while (iterator._position < strings.Count + interpolations.Count)
        {
            var position = iterator._position++;
            if ((position & 1) != 0)
                return interpolations[position >> 1];
            if (strings[position >> 1].Ref is PyStr { Length: > 0 } text)
                return text;
        }

        return default;
    }
}
