using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;
using Keelback.Generators.Signatures;
using Microsoft.CodeAnalysis;

namespace Keelback.Generators.Natives;

/// <summary>Reads a C# method with a signature attribute and checks its parameters against the signature.</summary>
internal sealed class AttributeFunctionReader(
    AttributeBag bag, IMethodSymbol method, AttributeData attribute, NativeKind kind)
{
    private readonly List<IParameterSymbol> _remaining = [.. method.Parameters];

    public NativeFunctionModel? Read()
    {
        if (!bag.CheckStatic(method))
            return null;
        var parsed = SignatureParser.Parse(AttributeBag.Text(attribute));
        if (parsed.Model is not { } signature)
        {
            Report(parsed.Error!);
            return null;
        }

        var pythonName = kind switch
        {
            NativeKind.New => "__new__",
            NativeKind.Init => "__init__",
            _ => signature.Name,
        };
        if (pythonName.Length == 0)
        {
            bag.Report(SpecDiagnosticCatalogue.BadSignature, SourcePlace.OfText(attribute, 0, 1), "the function's name");
            return null;
        }

        var takesThread = Take("PyThread") is not null;
        var receiver = Receiver(signature);
        var parameters = receiver is null ? null : Parameters(signature);
        var result = CSharpTypeNames.ConverterOf(method.ReturnType);
        if (result is null || (kind == NativeKind.Init && result.Kind != ConverterKind.Void))
        {
            var wanted = result is null ? CSharpTypeNames.Of(method.ReturnType) : "the result of an initialiser";
            bag.Report(SpecDiagnosticCatalogue.UnsupportedType, SourcePlace.Of(method), wanted, method.Name);
            return null;
        }

        if (parameters is null)
            return null;
        var textReceiver = kind switch
        {
            NativeKind.Function => "module",
            NativeKind.Method => "self",
            NativeKind.ClassMethod => "type",
            _ => "",
        };
        return new(
            pythonName, method.Name, kind, takesThread, receiver!, parameters.ToEquatableArray(), result,
            TextSignature.Of(signature, textReceiver), AttributeBag.Named(attribute, "Doc"), false, LineMapping.None);
    }

    private void Report(SignatureError error) =>
        bag.Report(error.Id, SourcePlace.OfText(attribute, error.Offset, error.Length), [.. error.Arguments]);

    // Removes the next parameter where its type is the one named.
    private IParameterSymbol? Take(string type)
    {
        if (_remaining.Count == 0 || CSharpTypeNames.Of(_remaining[0].Type) != type)
            return null;
        var taken = _remaining[0];
        _remaining.RemoveAt(0);
        return taken;
    }

    // The C# type of what stands before the arguments; empty for nothing, null where it must be and is not.
    private string? Receiver(SignatureModel signature)
    {
        switch (kind)
        {
            case NativeKind.Function:
                return signature.Parameters.Count < _remaining.Count && Take("PyModule") is not null ? "PyModule" : "";
            case NativeKind.StaticMethod:
                return "";
            case NativeKind.New or NativeKind.ClassMethod:
                if (Take("PyType") is not null)
                    return "PyType";
                Mismatch(_remaining.FirstOrDefault(), "the class, a PyType, comes before the arguments");
                return null;
            default:
                if (_remaining.Count == 0)
                {
                    Mismatch(null, "the instance comes before the arguments");
                    return null;
                }

                var self = CSharpTypeNames.Of(_remaining[0].Type);
                _remaining.RemoveAt(0);
                return self;
        }
    }

    private List<NativeParameter>? Parameters(SignatureModel signature)
    {
        var parameters = new List<NativeParameter>();
        var valid = true;
        for (var i = 0; i < signature.Parameters.Count; i++)
        {
            var parameter = signature.Parameters[i];
            var wanted = NativeNames.Parameter(parameter.Name);
            if (i >= _remaining.Count)
            {
                Mismatch(null, $"there is no '{wanted.TrimStart('@')}' for the signature's '{parameter.Name}'");
                return null;
            }

            var symbol = _remaining[i];
            if (symbol.Name != wanted.TrimStart('@'))
            {
                Mismatch(symbol, $"'{symbol.Name}' stands where '{wanted.TrimStart('@')}' is expected");
                return null;
            }

            var converter = ConverterOf(parameter, symbol);
            if (converter is null)
            {
                valid = false;
                continue;
            }

            parameters.Add(NativeFunctionFactory.Build(parameter, wanted, converter, error =>
            {
                valid = false;
                Report(error);
            }));
        }

        if (_remaining.Count <= signature.Parameters.Count)
            return valid ? parameters : null;
        var surplus = _remaining[signature.Parameters.Count];
        Mismatch(surplus, $"the signature has no '{surplus.Name}'");
        return null;
    }

    private Converter? ConverterOf(SignatureParameter parameter, IParameterSymbol symbol)
    {
        var type = CSharpTypeNames.Of(symbol.Type);
        switch (parameter.Kind)
        {
            case ParameterKind.VarPositional when type == Converter.VarPositional.Type:
                return Converter.VarPositional;
            case ParameterKind.VarKeyword when type == Converter.VarKeyword.Type:
                return Converter.VarKeyword;
            case ParameterKind.VarPositional or ParameterKind.VarKeyword:
                var wanted = parameter.Kind == ParameterKind.VarPositional ? Converter.VarPositional : Converter.VarKeyword;
                Mismatch(symbol, $"'{symbol.Name}' must be a {wanted.Type}");
                return null;
            default:
                var converter = CSharpTypeNames.ConverterOf(symbol.Type);
                if (converter is null or { Kind: ConverterKind.Void })
                {
                    bag.Report(SpecDiagnosticCatalogue.UnsupportedType, SourcePlace.Of(symbol), type, symbol.Name);
                    return null;
                }

                return converter;
        }
    }

    private void Mismatch(IParameterSymbol? parameter, string why) => bag.Report(
        SpecDiagnosticCatalogue.ParameterMismatch, SourcePlace.Of((ISymbol?)parameter ?? method), method.Name, why);
}
