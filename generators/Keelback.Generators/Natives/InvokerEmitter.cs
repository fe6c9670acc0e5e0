using System;
using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;
using Keelback.Generators.Signatures;

namespace Keelback.Generators.Natives;

/// <summary>
/// Writes the static methods by which Python calls a native function: the general form, which binds arguments, and the
/// fast forms for no, one or two positional arguments.
/// </summary>
internal sealed class InvokerEmitter
{
    private readonly SourceWriter _writer;
    private readonly NativeFunctionModel _function;
    private readonly CallShape _shape;
    private readonly FunctionNames _names;

    private InvokerEmitter(SourceWriter writer, NativeFunctionModel function, string owner)
    {
        _writer = writer;
        _function = function;
        _shape = new(function);
        _names = FunctionNames.Of(function, owner);
    }

    /// <summary><paramref name="owner"/> is the type's name, or the module's where it is not builtins.</summary>
    public static void Emit(SourceWriter writer, NativeFunctionModel function, string owner) =>
        new InvokerEmitter(writer, function, owner).Emit();

    private void Emit()
    {
        var receiver = _function.Kind == NativeKind.New ? "PyType cls" : "PyValue self";
        var result = _function.Kind == NativeKind.Init ? "void" : "PyValue";
        _writer.Line($"private static {result} Invoke{_names.Stem}(");
        _writer.Open($"    PyThread thread, {receiver}, ReadOnlySpan<PyValue> args, PyTuple? keywordNames)");
        if (_shape.TakesKeywords)
            EmitKeywordBody();
        else
            EmitPositionalBody();
        _writer.Close().Line();

        EmitFastForm(0, "NoArguments", "");
        EmitFastForm(1, "One", ", PyValue arg0");
        EmitFastForm(2, "Two", ", PyValue arg0, PyValue arg1");
    }

    private void EmitPositionalBody()
    {
        var (condition, error) = CountCheck();
        _writer.Line($"if ({condition})").Indent().Line($"throw ArgumentErrors.{error};").Unindent();
        var positional = _shape.Positional;
        EmitCall(
            index => _shape.Named[index].Default is { } value
                ? $"args.Length > {index} ? {Convert(index, $"args[{index}]")} : {Branch(index, value)}"
                : Convert(index, $"args[{index}]"),
            positional == 0 ? "args" : $"args.Length > {positional} ? args[{positional}..] : default");
    }

    // The test that a call fails whose arguments cannot be bound, and the error that then is made.
    private (string Condition, string Error) CountCheck()
    {
        var (least, most) = (_shape.Required, _shape.HasVarPositional ? int.MaxValue : _shape.Positional);
        var full = CSharpNames.Literal(_names.Full);
        if (!_shape.IsConstructor && most == 0)
            return ("args.Length != 0", $"TakesNoArguments({full}, args.Length, keywordNames)");
        if (!_shape.IsConstructor && (least, most) == (1, 1))
            return ("args.Length != 1 || keywordNames is not null", $"TakesOneArgument({full}, args.Length, keywordNames)");

        var counts = (least, most) switch
        {
            (0, int.MaxValue) => "",
            (_, int.MaxValue) => $"args.Length < {least} || ",
            _ when least == most => $"args.Length != {most} || ",
            (0, _) => $"args.Length > {most} || ",
            _ => $"args.Length is < {least} or > {most} || ",
        };
        var limit = most == int.MaxValue ? "int.MaxValue" : most.ToString();
        return (
            counts + "keywordNames is not null",
            $"Positional({CSharpNames.Literal(_names.Short)}, {full}, args.Length, {least}, {limit}, keywordNames)");
    }

    private void EmitKeywordBody()
    {
        var count = _shape.Named.Count;
        var size = count <= 2 ? 2 : count <= 4 ? 4 : count <= 8 ? 8 : count <= 16 ? 16 : 32;
        var table = "Parameters." + _names.Stem;
        _writer.Line($"var buffer = default(ArgumentBuffer{size});");
        _writer.Line($"var bound = {table}.Bind(args, keywordNames, buffer{(_shape.HasVarKeyword ? ", out var extra" : "")});");
        EmitCall(
            index => _shape.Named[index].Default switch
            {
                null => Convert(index, $"bound[{index}]"),
                "default" => $"bound[{index}]",
                var value => $"bound[{index}].IsMissing ? {Branch(index, value)} : {Convert(index, $"bound[{index}]")}",
            },
            $"{table}.Rest(args, keywordNames)",
            "extra");
    }

    private void EmitFastForm(int count, string suffix, string parameters)
    {
        if (!_shape.HasFastForm(count))
            return;
        _writer.Open($"private static PyValue Invoke{_names.Stem}{suffix}(PyThread thread, PyValue self{parameters})");
        var surplus = count - _shape.Positional;
        EmitCall(
            index => index < count && CallShape.IsPositional(_shape.Named[index])
                ? Convert(index, $"arg{index}")
                : _shape.Named[index].Default!,
            surplus <= 0 ? "default" : surplus == 1 ? $"new ReadOnlySpan<PyValue>(in arg{count - 1})" : "[arg0, arg1]");
        _writer.Close().Line();
    }

    // Calls the C# half with each argument's expression and turns its result into a value.
    private void EmitCall(Func<int, string> argument, string rest, string extra = "null")
    {
        var arguments = new List<string>();
        if (_function.TakesThread)
            arguments.Add("thread");
        if (_function.Receiver.Length > 0)
            arguments.Add(Receiver());
        var index = 0;
        foreach (var parameter in _function.Parameters)
        {
            arguments.Add(parameter.Kind switch
            {
                ParameterKind.VarPositional => rest,
                ParameterKind.VarKeyword => extra,
                _ => argument(index++),
            });
        }

        var call = string.Join(", ", arguments);
        call = call.Length + _function.Impl.Length <= 80
            ? $"{_function.Impl}({call})"
            : $"{_function.Impl}(\n    {string.Join(",\n    ", arguments)})";
        if (_function.Kind == NativeKind.Init)
            _writer.Line(call + ";");
        else if (_function.Result.Kind == ConverterKind.Void)
            _writer.Line(call + ";").Line("return PyValue.None;");
        else
            _writer.Line($"return {ConversionExpressions.ToPython(_function.Result, call)};");
    }

    private string Receiver() =>
        _function.Kind == NativeKind.New ? "cls"
        : _function.Receiver == "PyValue" ? "self"
        : $"({_function.Receiver})self.Ref!";

    private string Convert(int index, string value) => ConversionExpressions.ToCSharp(_shape, _names.Short, index, value);

    private string Branch(int index, string value) => ConversionExpressions.Branch(_shape.Named[index], value);
}
