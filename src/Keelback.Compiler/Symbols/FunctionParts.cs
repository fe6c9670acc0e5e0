using System.Collections.Immutable;
using Keelback.Ast;

namespace Keelback.Compiler.Symbols;

/// <summary>What def and async def have in common, so that both are handled once.</summary>
internal sealed record FunctionParts(
    Stmt Node, string Name, Arguments Args, ImmutableArray<Stmt> Body, ImmutableArray<Expr> DecoratorList, Expr? Returns,
    ImmutableArray<TypeParam> TypeParams, bool IsAsync)
{
    public static FunctionParts Of(FunctionDefStmt node) => new(
        node, node.Name, node.Args, node.Body, node.DecoratorList, node.Returns, node.TypeParams, IsAsync: false);

    public static FunctionParts Of(AsyncFunctionDefStmt node) => new(
        node, node.Name, node.Args, node.Body, node.DecoratorList, node.Returns, node.TypeParams, IsAsync: true);
}
