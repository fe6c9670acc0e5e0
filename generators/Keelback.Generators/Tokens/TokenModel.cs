using System;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Tokens;

/// <summary>What a token is to the lexer.</summary>
internal enum TokenCategory
{
    Structure,
    Literal,
    Operator,
    Keyword,
    SoftKeyword,
    Trivia,
}

/// <summary>
/// A token: its name in the spec, its member of TokenKind with number, and for operators and keywords its exact text.
/// A soft keyword has no member; its number is -1.
/// </summary>
internal sealed record TokenModel(
    string Name, string CSharpName, TokenCategory Category, int Number, string Text, string Doc);

/// <summary>
/// Tokens and operators of all files, merged and checked against each other; an operator's own new tokens are among
/// the tokens. Entries that do not fit are left out, with a diagnostic.
/// </summary>
internal sealed record TokenTable(
    EquatableArray<TokenModel> Tokens,
    EquatableArray<OperatorModel> Operators,
    EquatableArray<SpecDiagnostic> Diagnostics)
{
    /// <summary>The C# name of a token named in the spec.</summary>
    public string CSharpName(string token)
    {
        foreach (var model in Tokens)
        {
            if (model.Name == token)
                return model.CSharpName;
        }

        throw new ArgumentException($"No token is named '{token}'.");
    }
}
