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
    private readonly string _fullName;
    private readonly string _shortName;
    private readonly string _stem;
    private readonly List<NativeParameter> _named;
    private readonly int _positional;
    private readonly int _required;
    private readonly bool _hasVarPositional;
    private readonly bool _hasVarKeyword;

    /// <summary><paramref name="owner"/> is the type's name, or the module's where it is not builtins.</summary>
    private InvokerEmitter(SourceWriter writer, NativeFunctionModel function, string owner)
    {
        _writer = writer;
        _function = function;
        _shortName = IsConstructor ? owner : function.PythonName;
        _fullName = IsConstructor || owner.Length == 0 ? _shortName : owner + "." + function.PythonName;
        _stem = NativeNames.Stem(function.PythonName);
        _named = function.Parameters.Where(parameter => parameter.Kind is not (ParameterKind.VarPositional or ParameterKind.VarKeyword)).ToList();
        _positional = _named.Count(IsPositional);
        _required = _named.Count(parameter => IsPositional(parameter) && parameter.Default is null);
        _hasVarPositional = function.Parameters.Any(parameter => parameter.Kind == ParameterKind.VarPositional);
        _hasVarKeyword = function.Parameters.Any(parameter => parameter.Kind == ParameterKind.VarKeyword);
    }

    private bool IsConstructor => _function.Kind is NativeKind.New or NativeKind.Init;

    private bool TakesKeywords => _hasVarKeyword || _named.Any(parameter => parameter.Kind != ParameterKind.PositionalOnly);

    public static void Emit(SourceWriter writer, NativeFunctionModel function, string owner) =>
        new InvokerEmitter(writer, function, owner).Emit();

    /// <summary>The parameter table that the general form needs for keywords; null where it needs none.</summary>
    public static string? ParameterTable(NativeFunctionModel function, string owner)
    {
        var emitter = new InvokerEmitter(new SourceWriter(), function, owner);
        return emitter.TakesKeywords ? emitter.ParameterTable() : null;
    }

    /// <summary>Whether the function has a fast form for a number of positional arguments.</summary>
    public static bool HasFastForm(NativeFunctionModel function, int count)
    {
        if (function.Kind is NativeKind.New or NativeKind.Init)
            return false;
        var emitter = new InvokerEmitter(new SourceWriter(), function, "");
        return emitter._required <= count
            && (emitter._positional >= count || emitter._hasVarPositional)
            && emitter._named.All(parameter => IsPositional(parameter) || parameter.Default is not null);
    }

    private static bool IsPositional(NativeParameter parameter) =>
        parameter.Kind is ParameterKind.PositionalOnly or ParameterKind.PositionalOrKeyword;

    private void Emit()
    {
        var receiver = _function.Kind == NativeKind.New ? "PyType cls" : "PyValue self";
        var result = _function.Kind == NativeKind.Init ? "void" : "PyValue";
        _writer.Open($"private static {result} Invoke{_stem}(PyThread thread, {receiver}, ReadOnlySpan<PyValue> args, PyTuple? keywordNames)");
        if (TakesKeywords)
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
        var maximum = _hasVarPositional ? int.MaxValue : _positional;
        if (!IsConstructor && maximum == 0)
        {
            _writer.Line("if (args.Length != 0)").Indent()
                .Line($"throw ArgumentErrors.TakesNoArguments({Literal(_fullName)}, args.Length, keywordNames);").Unindent();
        }
        else if (!IsConstructor && maximum == 1 && _required == 1)
        {
            _writer.Line("if (args.Length != 1 || keywordNames is not null)").Indent()
                .Line($"throw ArgumentErrors.TakesOneArgument({Literal(_fullName)}, args.Length, keywordNames);").Unindent();
        }
        else
        {
            var range = _hasVarPositional
                ? _required == 0 ? "" : $"args.Length < {_required} || "
                : _required == maximum ? $"args.Length != {maximum} || "
                : _required == 0 ? $"args.Length > {maximum} || "
                : $"args.Length is < {_required} or > {maximum} || ";
            var limit = _hasVarPositional ? "int.MaxValue" : maximum.ToString();
            _writer.Line($"if ({range}keywordNames is not null)").Indent()
                .Line($"throw ArgumentErrors.Positional({Literal(_shortName)}, {Literal(_fullName)}, args.Length, {_required}, {limit}, keywordNames);").Unindent();
        }

        EmitCall(
            index => _named[index].Default is { } value
                ? $"args.Length > {index} ? {Convert(_named[index], index, $"args[{index}]")} : {Cast(_named[index], value)}"
                : Convert(_named[index], index, $"args[{index}]"),
            _positional == 0 ? "args" : $"args.Length > {_positional} ? args[{_positional}..] : default");
    }

    private void EmitKeywordBody()
    {
        _writer.Line($"var buffer = default(ArgumentBuffer{BufferSize(_named.Count)});");
        _writer.Line($"var bound = Parameters.{_stem}.Bind(args, keywordNames, buffer{(_hasVarKeyword ? ", out var extra" : "")});");
        EmitCall(
            index => _named[index].Default switch
            {
                null => Convert(_named[index], index, $"bound[{index}]"),
                "default" => $"bound[{index}]",
                var value => $"bound[{index}].IsMissing ? {Cast(_named[index], value)} : {Convert(_named[index], index, $"bound[{index}]")}",
            },
            $"Parameters.{_stem}.Rest(args, keywordNames)",
            "extra");
    }

    private void EmitFastForm(int count, string suffix, string parameters)
    {
        if (!HasFastForm(_function, count))
            return;
        _writer.Open($"private static PyValue Invoke{_stem}{suffix}(PyThread thread, PyValue self{parameters})");
        var surplus = count > _positional;
        var rest = !surplus ? "default"
            : count - _positional == 1 ? $"new ReadOnlySpan<PyValue>(in arg{count - 1})"
            : "[arg0, arg1]";
        EmitCall(
            index => index < count && IsPositional(_named[index])
                ? Convert(_named[index], index, $"arg{index}")
                : _named[index].Default!,
            rest);
        _writer.Close().Line();
    }

    // Calls the C# half with each argument's expression and turns its result into a value.
    private void EmitCall(Func<int, string> argument, string rest, string extra = "null")
    {
        var arguments = new List<string>();
        if (_function.TakesThread)
            arguments.Add("thread");
        if (Receiver() is { } receiver)
            arguments.Add(receiver);
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
        call = call.Length + _function.Impl.Length <= 96
            ? $"{_function.Impl}({call})"
            : $"{_function.Impl}(\n    {string.Join(",\n    ", arguments)})";
        if (_function.Kind == NativeKind.Init)
            _writer.Line(call + ";");
        else if (_function.Result.Kind == ConverterKind.Void)
            _writer.Line(call + ";").Line("return PyValue.None;");
        else
            _writer.Line($"return {ToPython(_function.Result, call)};");
    }

    private string? Receiver() => _function.Receiver switch
    {
        "" => null,
        _ when _function.Kind == NativeKind.New => "cls",
        "PyValue" => "self",
        var type => $"({type})self.Ref!",
    };

    /// <summary>The expression that makes a Python value of a C# result.</summary>
    public static string ToPython(Converter result, string expression) => result.Kind switch
    {
        ConverterKind.Value => expression,
        ConverterKind.Bool => $"PyValue.FromBool({expression})",
        ConverterKind.Double => $"PyValue.FromFloat({expression})",
        ConverterKind.String when result.Nullable => $"Conversions.FromStringOrNone({expression})",
        ConverterKind.String => $"PyValue.FromString({expression})",
        ConverterKind.PyStr or ConverterKind.Object when result.Nullable => $"Conversions.FromObjectOrNone({expression})",
        ConverterKind.PyStr or ConverterKind.Object => expression,
        _ => $"PyValue.FromInt({expression})",
    };

    private string Convert(NativeParameter parameter, int index, string value)
    {
        var place = Literal(_shortName + "() argument" + Place(parameter, index));
        var method = parameter.Converter.Kind switch
        {
            ConverterKind.Value => null,
            ConverterKind.Int64 => $"Conversions.ToInt64(thread, {value})",
            ConverterKind.Int32 => $"Conversions.ToInt32(thread, {value})",
            ConverterKind.Size => $"Conversions.ToSize(thread, {value})",
            ConverterKind.Index => $"Conversions.ToIndex(thread, {value})",
            ConverterKind.Double => $"Conversions.ToDouble(thread, {value})",
            ConverterKind.Bool => $"Conversions.ToBool(thread, {value})",
            ConverterKind.BigInteger => $"Conversions.ToBigInteger(thread, {value})",
            ConverterKind.PyStr when parameter.Converter.Nullable => $"Conversions.ToStrOrNone({value}, {place})",
            ConverterKind.PyStr => $"Conversions.ToStr({value}, {place})",
            ConverterKind.String when parameter.Converter.Nullable => $"Conversions.ToStrOrNone({value}, {place})?.Value",
            ConverterKind.String => $"Conversions.ToStr({value}, {place}).Value",
            _ when parameter.Converter.Nullable => $"Conversions.ToObjectOrNone<{parameter.Converter.Type}>({value}, {parameter.Converter.Type}.TypeObject, {place})",
            _ => $"Conversions.ToObject<{parameter.Converter.Type}>({value}, {parameter.Converter.Type}.TypeObject, {place})",
        };
        if (method is null)
            return value;
        var isNumber = parameter.Converter.Kind is not (ConverterKind.PyStr or ConverterKind.String or ConverterKind.Object);
        return parameter.Converter.Nullable && isNumber ? $"({value}.IsNone ? null : {method})" : method;
    }

    // How CPython names the argument in an error: by name where it can be a keyword, else by number unless it is alone.
    private string Place(NativeParameter parameter, int index) =>
        parameter.Kind is ParameterKind.PositionalOrKeyword or ParameterKind.KeywordOnly ? $" '{parameter.Name}'"
        : _named.Count == 1 && !_hasVarPositional && parameter.Default is null && !IsConstructor ? ""
        : $" {index + 1}";

    private static string Cast(NativeParameter parameter, string value) => value switch
    {
        "null" when parameter.Converter.Kind is not (ConverterKind.PyStr or ConverterKind.String or ConverterKind.Object) => $"({parameter.Converter.CSharpType})null",
        "PyTuple.Empty" or "PyBytes.Empty" when parameter.Converter.Kind == ConverterKind.Value => $"(PyValue){value}",
        _ => value,
    };

    private string ParameterTable()
    {
        var names = string.Join(", ", _named.Select(parameter => Literal(parameter.Name)));
        var positionalOnly = _named.Count(parameter => parameter.Kind == ParameterKind.PositionalOnly);
        var keywordOnlyRequired = _named.Count(parameter => parameter.Kind == ParameterKind.KeywordOnly && parameter.Default is null);
        var extras = (_hasVarPositional ? ", hasVarPositional: true" : "") + (_hasVarKeyword ? ", hasVarKeyword: true" : "");
        return $"internal static readonly ParameterTable {_stem} =\n    new({Literal(_shortName)}, [{names}], positionalOnly: {positionalOnly}, "
            + $"positional: {_positional}, required: {_required}, keywordOnlyRequired: {keywordOnlyRequired}{extras});";
    }

    private static int BufferSize(int count) => count <= 2 ? 2 : count <= 4 ? 4 : count <= 8 ? 8 : count <= 16 ? 16 : 32;

    private static string Literal(string text) => CSharpNames.Literal(text);
}
