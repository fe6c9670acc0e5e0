using Keelback.Ast;
using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <content>f-strings and t-strings.</content>
internal sealed partial class CodeGenerator
{
    private const int NoConversion = -1;

    private void GenerateJoinedString(JoinedStrExpr text)
    {
        var span = text.Span;
        if (text.Values.Length > StackUseGuideline)
        {
            EmitString("", span);
            EmitLoadMethod("join", span);
            Emit(Opcode.BuildList, 0, span);
            foreach (var value in text.Values)
            {
                Visit(value);
                Emit(Opcode.ListAppend, 1, span);
            }

            Emit(Opcode.Call, 1, span);
            return;
        }

        VisitAll(text.Values);
        if (text.Values.Length > 1)
            Emit(Opcode.BuildString, text.Values.Length, span);
        else if (text.Values.IsEmpty)
            EmitString("", span);
    }

    private void GenerateFormattedValue(FormattedValueExpr value)
    {
        Visit(value.Value);
        if (value.Conversion != NoConversion)
            Emit(Opcode.ConvertValue, ConversionOf(value.Conversion, value.Span), value.Span);
        if (value.FormatSpec is not null)
        {
            Visit(value.FormatSpec);
            Emit(Opcode.FormatWithSpec, value.Span);
        }
        else
        {
            Emit(Opcode.FormatSimple, value.Span);
        }
    }

    private int ConversionOf(int conversion, SourceSpan span)
    {
        switch (conversion)
        {
            case 's':
                return (int)FormatConversion.Str;
            case 'r':
                return (int)FormatConversion.Repr;
            case 'a':
                return (int)FormatConversion.Ascii;
            default:
                Fail(SyntaxErrors.InvalidTree($"Unrecognized conversion character {conversion}", span));
                return 0;
        }
    }

    /// <summary>A template is a tuple of strings, one more than its interpolations, and the tuple of these.</summary>
    private void GenerateTemplate(TemplateStrExpr template)
    {
        var span = template.Span;
        var strings = 0;
        var interpolations = 0;
        var needsString = true;
        foreach (var value in template.Values)
        {
            if (value is not InterpolationExpr)
            {
                Visit(value);
                strings++;
                needsString = false;
                continue;
            }

            if (needsString)
            {
                EmitString("", span);
                strings++;
            }

            needsString = true;
            interpolations++;
        }

        if (needsString)
        {
            EmitString("", span);
            strings++;
        }

        Emit(Opcode.BuildTuple, strings, span);
        foreach (var value in template.Values)
        {
            if (value is InterpolationExpr)
                Visit(value);
        }

        Emit(Opcode.BuildTuple, interpolations, span);
        Emit(Opcode.BuildTemplate, span);
    }

    private void GenerateInterpolation(InterpolationExpr value)
    {
        Visit(value.Value);
        EmitConstant(value.Str, value.Span);
        var oparg = 2;
        if (value.FormatSpec is not null)
        {
            oparg = 3;
            Visit(value.FormatSpec);
        }

        if (value.Conversion != NoConversion)
            oparg |= ConversionOf(value.Conversion, value.Span) << 2;
        Emit(Opcode.BuildInterpolation, oparg, value.Span);
    }
}
