using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Tokens;

/// <summary>Puts the files together and checks what shows only then: references, texts, numbers and names.</summary>
internal static class TokenTableBuilder
{
    public static TokenTable Build(
        IReadOnlyList<FileResult<TokenModel>> tokenFiles, IReadOnlyList<FileResult<OperatorModel>> operatorFiles)
    {
        var mergedTokens = SpecEntries.Merge(tokenFiles);
        var mergedOperators = SpecEntries.Merge(operatorFiles);
        var diagnostics = mergedTokens.Diagnostics.Concat(mergedOperators.Diagnostics).ToList();

        var tokens = new Dictionary<string, TokenModel>();
        var order = new List<TokenModel>();
        foreach (var token in mergedTokens.Models)
            Add(token, place: token.Name);
        foreach (var op in mergedOperators.Models)
        {
            foreach (var own in OwnTokens(op))
                Add(ToToken(op, own), place: op.Name);
        }

        var operators = mergedOperators.Models
            .Where(op => References(op).All(name => tokens.ContainsKey(name) || Unknown(op, name)))
            .ToList();
        CheckAssociativity(operators, operatorFiles, diagnostics);
        return new(order.ToEquatableArray(), operators.ToEquatableArray(), diagnostics.ToEquatableArray());

        void Add(TokenModel token, string place)
        {
            if (Clash(token, order) is { } clash)
                Report(clash.Id, place, clash.Arguments);
            else
                order.Add(tokens[token.Name] = token);
        }

        bool Unknown(OperatorModel op, string name)
        {
            // A token that the operator brings along and that clashed has been reported already.
            if (OwnTokens(op).All(own => own.Name != name))
                Report(SpecDiagnosticCatalogue.UnknownToken, op.Name, op.Name, name, Suggestion.DidYouMean(name, tokens.Keys));
            return false;
        }

        void Report(string id, string place, params string[] arguments)
        {
            var found = SpecEntries.Locate(operatorFiles, place, id, arguments)
                ?? SpecEntries.Locate(tokenFiles, place, id, arguments);
            if (found is not null)
                diagnostics.Add(found);
        }

        TokenModel ToToken(OperatorModel op, OperatorToken own) => new(
            own.Name,
            CSharpNames.Pascal(own.Name),
            TokenCategory.Operator,
            own.Number ?? order.Max(token => token.Number) + 1,
            own.Text,
            op.Doc);
    }

    // A token that another one already has the place of, in one way or another.
    private static (string Id, string[] Arguments)? Clash(TokenModel token, List<TokenModel> others)
    {
        foreach (var other in others)
        {
            if (other.Name == token.Name || other.CSharpName == token.CSharpName)
                return (SpecDiagnosticCatalogue.TokenNameTaken, [token.Name, token.CSharpName, other.Name]);
            if (token.Number >= 0 && other.Number == token.Number)
                return (SpecDiagnosticCatalogue.DuplicateNumber, [token.Name, token.Number.ToString(), other.Name]);
            if (token.Text.Length > 0 && other.Text == token.Text)
                return (SpecDiagnosticCatalogue.DuplicateTokenText, [token.Name, token.Text, other.Name]);
        }

        return null;
    }

    private static IEnumerable<OperatorToken> OwnTokens(OperatorModel op) =>
        new[] { op.Token, op.InPlace?.Token }.Where(token => token is { Text.Length: > 0 }).Select(token => token!);

    private static IEnumerable<string> References(OperatorModel op) =>
        new[] { op.Token?.Name, op.SecondToken, op.InPlace?.Token.Name }.Where(name => name is not null).Select(name => name!);

    // Precedence climbing has one direction per level.
    private static void CheckAssociativity(
        List<OperatorModel> operators, IReadOnlyList<FileResult<OperatorModel>> files, List<SpecDiagnostic> diagnostics)
    {
        foreach (var level in operators.Where(op => op.Kind == OperatorKind.Binary).GroupBy(op => op.Precedence))
        {
            var first = level.First();
            foreach (var op in level.Where(op => op.IsRightAssociative != first.IsRightAssociative))
            {
                var place = SpecEntries.Locate(
                    files, op.Name, SpecDiagnosticCatalogue.MixedAssociativity, op.Name, first.Name, level.Key.ToString());
                if (place is not null)
                    diagnostics.Add(place);
            }
        }
    }
}
