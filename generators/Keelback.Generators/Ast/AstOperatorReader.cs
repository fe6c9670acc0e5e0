using System.Linq;
using Keelback.Generators.Shared;
using Keelback.Generators.Tokens;

namespace Keelback.Generators.Ast;

/// <summary>
/// Takes from the operators what the tree and its unparser need, so that other edits of theirs change nothing here.
/// </summary>
internal static class AstOperatorReader
{
    public static EquatableArray<AstOperator> Read(TokenTable table)
    {
        var texts = table.Tokens.ToDictionary(token => token.Name, token => token.Text);
        return table.Operators
            .Where(op => op.Kind != OperatorKind.Subscript && op.Token is not null)
            .Select(op => new AstOperator(
                op.Name,
                op.Kind.ToString().ToLowerInvariant(),
                texts[op.Token!.Name] + (op.SecondToken is null ? "" : " " + texts[op.SecondToken]),
                op.Precedence,
                op.IsRightAssociative,
                op.Doc))
            .ToEquatableArray();
    }
}
