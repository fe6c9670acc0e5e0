using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Signatures;

namespace Keelback.Generators.Natives;

/// <summary>What a function's parameters mean for the ways to call it: counts, and which fast forms there are.</summary>
internal sealed class CallShape
{
    public CallShape(NativeFunctionModel function)
    {
        Function = function;
        Named = function.Parameters
            .Where(parameter => parameter.Kind is not (ParameterKind.VarPositional or ParameterKind.VarKeyword))
            .ToList();
        Positional = Named.Count(IsPositional);
        Required = Named.Count(parameter => IsPositional(parameter) && parameter.Default is null);
        HasVarPositional = function.Parameters.Any(parameter => parameter.Kind == ParameterKind.VarPositional);
        HasVarKeyword = function.Parameters.Any(parameter => parameter.Kind == ParameterKind.VarKeyword);
    }

    public NativeFunctionModel Function { get; }

    /// <summary>The parameters but *args and **kwargs.</summary>
    public IReadOnlyList<NativeParameter> Named { get; }

    /// <summary>How many can be given by position.</summary>
    public int Positional { get; }

    /// <summary>How many of these must be given.</summary>
    public int Required { get; }

    public bool HasVarPositional { get; }

    public bool HasVarKeyword { get; }

    public bool IsConstructor => Function.Kind is NativeKind.New or NativeKind.Init;

    public bool TakesKeywords => HasVarKeyword || Named.Any(parameter => parameter.Kind != ParameterKind.PositionalOnly);

    public static bool IsPositional(NativeParameter parameter) =>
        parameter.Kind is ParameterKind.PositionalOnly or ParameterKind.PositionalOrKeyword;

    /// <summary>Whether there is a fast form for a number of positional arguments.</summary>
    public bool HasFastForm(int count) => !IsConstructor
        && Required <= count
        && (Positional >= count || HasVarPositional)
        && Named.All(parameter => IsPositional(parameter) || parameter.Default is not null);
}
