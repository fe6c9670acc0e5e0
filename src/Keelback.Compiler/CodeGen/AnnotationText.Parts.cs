using System.Collections.Immutable;
using System.Text;
using Keelback.Ast;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <content>Operators' signs, calls, parameters, comprehensions and strings.</content>
internal sealed partial class AnnotationText
{
    private static (string Sign, Level Binding) SignOf(Operator operation) => operation switch
    {
        Operator.Add => (" + ", Level.Sum),
        Operator.Sub => (" - ", Level.Sum),
        Operator.Mult => (" * ", Level.Product),
        Operator.MatMult => (" @ ", Level.Product),
        Operator.Div => (" / ", Level.Product),
        Operator.Mod => (" % ", Level.Product),
        Operator.FloorDiv => (" // ", Level.Product),
        Operator.LShift => (" << ", Level.Shift),
        Operator.RShift => (" >> ", Level.Shift),
        Operator.BitOr => (" | ", Level.BitOr),
        Operator.BitXor => (" ^ ", Level.BitXor),
        Operator.BitAnd => (" & ", Level.BitAnd),
        Operator.Pow => (" ** ", Level.Power),
        _ => ("", Level.BitOr),
    };

    private static (string Sign, Level Binding) SignOf(UnaryOperator operation) => operation switch
    {
        UnaryOperator.Invert => ("~", Level.Factor),
        UnaryOperator.Not => ("not ", Level.Not),
        UnaryOperator.UAdd => ("+", Level.Factor),
        _ => ("-", Level.Factor),
    };

    private static string SignOf(CompareOperator comparison) => comparison switch
    {
        CompareOperator.Eq => " == ",
        CompareOperator.NotEq => " != ",
        CompareOperator.Lt => " < ",
        CompareOperator.LtE => " <= ",
        CompareOperator.Gt => " > ",
        CompareOperator.GtE => " >= ",
        CompareOperator.Is => " is ",
        CompareOperator.IsNot => " is not ",
        CompareOperator.In => " in ",
        _ => " not in ",
    };

    /// <summary>An infinity is written as a number that is too large.</summary>
    private void PutConstant(Constant value)
    {
        if (value is not Constant.Tuple tuple)
        {
            var repr = value is Constant.Ellipsis ? "..." : ConstantRepr.Repr(value);
            var mayBeInfinite = value is Constant.Float or Constant.Complex;
            Put(mayBeInfinite ? repr.Replace("inf", "1e309", StringComparison.Ordinal) : repr);
            return;
        }

        Put("(");
        for (var i = 0; i < tuple.Items.Length; i++)
            Put(i > 0 ? ", " : "").PutConstant(tuple.Items[i]);
        Put(tuple.Items.Length == 1 ? ",)" : ")");
    }

    private void PutDict(DictExpr dict)
    {
        Put("{");
        for (var i = 0; i < dict.Values.Length && i < dict.Keys.Length; i++)
        {
            Put(i > 0 ? ", " : "");
            if (dict.Keys[i] is { } key)
            {
                Put(key, Level.Test);
                Put(": ").Put(dict.Values[i], Level.Test);
            }
            else
            {
                Put("**").Put(dict.Values[i], Level.BitOr);
            }
        }

        Put("}");
    }

    private void PutCall(CallExpr call)
    {
        Put(call.Func, Level.Atom);
        if (call is { Args: [GeneratorExpExpr generator], Keywords.IsEmpty: true })
        {
            Put(generator, Level.Test);
            return;
        }

        Put("(").PutList(call.Args);
        for (var i = 0; i < call.Keywords.Length; i++)
        {
            var keyword = call.Keywords[i];
            Put(i > 0 || !call.Args.IsEmpty ? ", " : "");
            Put(keyword.Arg is null ? "**" : keyword.Arg + "=").Put(keyword.Value, Level.Test);
        }

        Put(")");
    }

    private void PutSlice(SliceExpr slice)
    {
        if (slice.Lower is not null)
            Put(slice.Lower, Level.Test);
        Put(":");
        if (slice.Upper is not null)
            Put(slice.Upper, Level.Test);
        if (slice.Step is not null)
            Put(":").Put(slice.Step, Level.Test);
    }

    private void PutComprehension(
        string open, Expr element, Expr? value, ImmutableArray<Comprehension> generators, string close)
    {
        Put(open).Put(element, Level.Test);
        if (value is not null)
            Put(": ").Put(value, Level.Test);
        foreach (var generator in generators)
        {
            Put(generator.IsAsync != 0 ? " async for " : " for ").Put(generator.Target, Level.Tuple);
            Put(" in ").Put(generator.Iter, Above(Level.Test));
            foreach (var condition in generator.Ifs)
                Put(" if ").Put(condition, Above(Level.Test));
        }

        Put(close);
    }

    private void PutLambda(LambdaExpr lambda)
    {
        var arguments = lambda.Args;
        var positional = arguments.PosOnlyArgs.AddRange(arguments.Args);
        Put(positional.IsEmpty ? "lambda" : "lambda ");
        var parts = new List<Action>();
        for (var i = 0; i < positional.Length; i++)
        {
            var index = i;
            var defaultIndex = i - positional.Length + arguments.Defaults.Length;
            parts.Add(() => PutParameter(positional[index], defaultIndex < 0 ? null : arguments.Defaults[defaultIndex]));
            if (i + 1 == arguments.PosOnlyArgs.Length)
                parts.Add(() => Put("/"));
        }

        if (arguments.VarArg is not null)
            parts.Add(() => Put("*").PutParameter(arguments.VarArg, null));
        else if (!arguments.KwOnlyArgs.IsEmpty)
            parts.Add(() => Put("*"));
        for (var i = 0; i < arguments.KwOnlyArgs.Length; i++)
        {
            var index = i;
            var defaultValue = i < arguments.KwDefaults.Length ? arguments.KwDefaults[i] : null;
            parts.Add(() => PutParameter(arguments.KwOnlyArgs[index], defaultValue));
        }

        if (arguments.KwArg is not null)
            parts.Add(() => Put("**").PutParameter(arguments.KwArg, null));
        for (var i = 0; i < parts.Count; i++)
        {
            Put(i > 0 ? ", " : "");
            parts[i]();
        }

        Put(": ").Put(lambda.Body, Level.Test);
    }

    private void PutParameter(Arg parameter, Expr? defaultValue)
    {
        Put(parameter.Name);
        if (parameter.Annotation is not null)
            Put(": ").Put(parameter.Annotation, Level.Test);
        if (defaultValue is not null)
            Put("=").Put(defaultValue, Level.Test);
    }

    private void PutString(Expr expression)
    {
        switch (expression)
        {
            case JoinedStrExpr text:
                PutQuoted("f", text.Values);
                break;
            case TemplateStrExpr template:
                PutTemplate(template.Values);
                break;
            default:
                PutStringPart(expression, isFormat: false);
                break;
        }
    }

    /// <summary>A template that was joined with f-strings is taken apart again.</summary>
    private void PutTemplate(ImmutableArray<Expr> values)
    {
        var start = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is not FormattedValueExpr)
                continue;
            if (i > start)
            {
                PutQuoted("t", values[start..i]);
                Put(" ");
            }

            PutQuoted("f", [values[i]]);
            if (i + 1 < values.Length)
                Put(" ");
            start = i + 1;
        }

        if (start < values.Length || values.IsEmpty)
            PutQuoted("t", values[start..]);
    }

    private void PutQuoted(string prefix, ImmutableArray<Expr> values)
    {
        var body = new AnnotationText();
        foreach (var value in values)
            body.PutStringPart(value, isFormat: false);
        Put(prefix).Put(ConstantRepr.Repr(body._text.ToString()));
    }

    private void PutStringPart(Expr part, bool isFormat)
    {
        switch (part)
        {
            case ConstantExpr { Value: Constant.Str text }:
                Put(text.Value.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
                break;
            case JoinedStrExpr text when isFormat:
                foreach (var value in text.Values)
                    PutStringPart(value, isFormat: true);
                break;
            case FormattedValueExpr value:
                var inner = new AnnotationText();
                inner.Put(value.Value, Above(Level.Test));
                PutReplacement(inner._text.ToString(), value.Conversion, value.FormatSpec);
                break;
            case InterpolationExpr value:
                PutReplacement((value.Str as Constant.Str)?.Value ?? "", value.Conversion, value.FormatSpec);
                break;
            default:
                PutString(part);
                break;
        }
    }

    private void PutReplacement(string value, int conversion, Expr? format)
    {
        Put(value.StartsWith('{') ? "{ " : "{").Put(value);
        if (conversion >= 0)
            Put("!" + (char)conversion);
        if (format is not null)
            Put(":").PutStringPart(format, isFormat: true);
        Put("}");
    }
}
