using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>string.templatelib.Interpolation: a field of a template string.</summary>
internal sealed partial class PyInterpolation : PyObject
{
    private static readonly PyStr s_str = PyStr.Intern("s");
    private static readonly PyStr s_repr = PyStr.Intern("r");
    private static readonly PyStr s_ascii = PyStr.Intern("a");

    private PyInterpolation(PyValue value, PyValue expression, PyValue conversion, PyValue formatSpecification)
        : base(TypeObject)
    {
        Value = value;
        Expression = expression;
        Conversion = conversion;
        FormatSpecification = formatSpecification;
    }

    [PyField]
    public partial PyValue Value { get; private set; }

    /// <summary>The text of the expression.</summary>
    [PyField]
    public partial PyValue Expression { get; private set; }

    /// <summary>'s', 'r', 'a' or None.</summary>
    [PyField]
    public partial PyValue Conversion { get; private set; }

    [PyField]
    public partial PyValue FormatSpecification { get; private set; }

    /// <summary>The interpolation that BUILD_INTERPOLATION makes; the conversion is that of CONVERT_VALUE, 0 for none.</summary>
    public static PyValue Create(PyValue value, PyValue expression, int conversion, PyValue specification) =>
        new PyInterpolation(
            value,
            expression,
            (FormatConversion)conversion switch
            {
                FormatConversion.Str => s_str,
                FormatConversion.Repr => s_repr,
                FormatConversion.Ascii => s_ascii,
                _ => PyValue.None,
            },
            specification);

    private static partial PyValue New(
        PyThread thread, PyType cls, PyValue value, PyStr expression, PyValue conversion, PyStr formatSpec)
    {
        if (conversion.IsNone)
            return new PyInterpolation(value, expression, conversion, formatSpec);
        if (conversion.Ref is not PyStr text)
            throw Raise.TypeError($"Interpolation() argument 'conversion' must be str, not {conversion.Type.Name}");
        if (text.Value is not ("s" or "r" or "a"))
            throw Raise.ValueError("Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'");
        return new PyInterpolation(value, expression, conversion, formatSpec);
    }

    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var field = (PyInterpolation)self.Ref!;
        var texts = new string[4];
        var parts = field.Parts();
        for (var i = 0; i < texts.Length; i++)
            texts[i] = Operators.Repr(thread, parts[i]).Value;
        return PyStr.From($"{field.Type.Name}({string.Join(", ", texts)})");
    }

    private static partial PyValue GetValue(PyThread thread, PyInterpolation self) => self.Value;

    private static partial PyValue GetExpression(PyThread thread, PyInterpolation self) => self.Expression;

    private static partial PyValue GetConversion(PyThread thread, PyInterpolation self) => self.Conversion;

    private static partial PyValue GetFormatSpecification(PyThread thread, PyInterpolation self) => self.FormatSpecification;

    private static partial PyValue Reduce(PyThread thread, PyInterpolation self) => PyTuple.From(self.Type, self.Parts());

    private static partial PyValue ClassGetItem(PyThread thread, PyType cls, PyValue @object) => new PyGenericAlias(cls, @object);

    private static partial void AddMatchArguments(TypeMembers members) => members.AddAttribute(
        "__match_args__",
        PyTuple.From(
            PyStr.Intern("value"), PyStr.Intern("expression"), PyStr.Intern("conversion"), PyStr.Intern("format_spec")));

    private PyTuple Parts() => PyTuple.From(Value, Expression, Conversion, FormatSpecification);
}
