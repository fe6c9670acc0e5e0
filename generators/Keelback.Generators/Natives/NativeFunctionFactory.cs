using System;
using System.Collections.Generic;
using Keelback.Generators.Shared;
using Keelback.Generators.Signatures;

namespace Keelback.Generators.Natives;

/// <summary>Turns a parsed signature into a function's parameters, with conversions and defaults, and reports what has none.</summary>
internal static class NativeFunctionFactory
{
    /// <summary>The parameters by their annotations, as spec/types write them.</summary>
    public static List<NativeParameter> ParametersByAnnotation(SignatureModel signature, Action<SignatureError> report)
    {
        var parameters = new List<NativeParameter>();
        foreach (var parameter in signature.Parameters)
        {
            var converter = parameter.Kind switch
            {
                ParameterKind.VarPositional => Converter.VarPositional,
                ParameterKind.VarKeyword => Converter.VarKeyword,
                _ => Converter.OfAnnotation(parameter.Annotation),
            };
            if (converter is null or { Kind: ConverterKind.Void })
            {
                report(UnknownAnnotation(parameter.Annotation, parameter.AnnotationOffset));
                continue;
            }

            parameters.Add(Build(parameter, NativeNames.Parameter(parameter.Name), converter, report));
        }

        return parameters;
    }

    /// <summary>The result by its annotation; <paramref name="fallback"/> where there is none.</summary>
    public static Converter ResultByAnnotation(SignatureModel signature, Converter fallback, Action<SignatureError> report)
    {
        if (signature.Result.Length == 0)
            return fallback;
        if (Converter.OfAnnotation(signature.Result) is { } converter)
            return converter;
        report(UnknownAnnotation(signature.Result, signature.ResultOffset));
        return fallback;
    }

    /// <summary>A parameter of a known conversion; a default that the conversion cannot express is reported.</summary>
    public static NativeParameter Build(
        SignatureParameter parameter, string csharpName, Converter converter, Action<SignatureError> report)
    {
        string? @default = null;
        if (parameter.Default is { } text)
        {
            @default = DefaultValue.ToCSharp(text, converter);
            if (@default is null)
            {
                var arguments = new[] { text, parameter.Name, converter.Name }.ToEquatableArray();
                report(new(SpecDiagnosticCatalogue.BadDefault, parameter.DefaultOffset, text.Length, arguments));
                @default = "default!";
            }
        }

        return new(parameter.Name, csharpName, parameter.Kind, converter, @default);
    }

    private static SignatureError UnknownAnnotation(string annotation, int offset)
    {
        var hint = Suggestion.DidYouMean(annotation.TrimEnd('?'), Converter.Annotations);
        return new(SpecDiagnosticCatalogue.UnknownAnnotation, offset, annotation.Length, new[] { annotation, hint }.ToEquatableArray());
    }
}
