using Microsoft.CodeAnalysis;

namespace Keelback.Generators.Shared;

/// <summary>KB0301 to KB0399: tokens and operators.</summary>
internal static partial class SpecDiagnosticCatalogue
{
    public const string UnknownToken = "KB0301";
    public const string DuplicateTokenText = "KB0302";
    public const string BadOperatorText = "KB0303";
    public const string KeyUnfitForKind = "KB0304";
    public const string MixedAssociativity = "KB0305";
    public const string TokenNameTaken = "KB0306";

    private static readonly DiagnosticDescriptor[] Tokens =
    [
        Error(UnknownToken, "Unknown token", "The operator '{0}' names the token '{1}', which does not exist{2}"),
        Error(DuplicateTokenText, "Duplicate token text", "'{0}' has the text '{1}', which '{2}' has already"),
        Error(BadOperatorText, "Unusable operator text", "'{1}' cannot be the text of '{0}': an operator has 1 to 8 characters, none a letter, digit, space, underscore, quote, hash or backslash"),
        Error(KeyUnfitForKind, "Key does not fit the kind", "'{0}' cannot have '{1}': only kind {2} can"),
        Error(MixedAssociativity, "Mixed associativity", "'{0}' and '{1}' have the same precedence {2} but different associativity"),
        Error(TokenNameTaken, "Token name taken", "'{0}' would be TokenKind.{1}, which '{2}' is already"),
    ];
}
