using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Text;

namespace Keelback.Compiler.Symbols;

/// <content>Functions, classes, type aliases and type parameters: what opens blocks.</content>
internal sealed partial class SymbolTableBuilder
{
    private void VisitFunction(FunctionParts function)
    {
        var span = function.Node.Span;
        Define(function.Name, SymbolFlags.Local, span);
        VisitDefaults(function.Args);
        VisitAll(function.DecoratorList);
        var isGeneric = function.TypeParams.Length > 0;
        if (isGeneric)
        {
            EnterTypeParameters(
                function.Name, function.Node,
                hasDefaults: true,
                hasKeywordDefaults: function.Args.KwDefaults.Any(value => value is not null));
            VisitAll(function.TypeParams);
        }

        var block = NewBlock(function.Name, BlockKind.Function, function.Node, BlockRole.Body, span);
        block.HasDocstring = Docstring.Of(function.Body) is not null;
        VisitFunctionAnnotations(function.Node, function.Args, function.Returns);
        Enter(block);
        block.IsCoroutine |= function.IsAsync;
        VisitParameters(function.Args);
        VisitAll(function.Body);
        Leave();
        if (isGeneric)
            Leave();
    }

    private void VisitDefaults(Arguments arguments)
    {
        VisitAll(arguments.Defaults);
        foreach (var value in arguments.KwDefaults)
            VisitOptional(value);
    }

    private void VisitParameters(Arguments arguments)
    {
        DefineParameters(arguments.PosOnlyArgs);
        DefineParameters(arguments.Args);
        DefineParameters(arguments.KwOnlyArgs);
        if (arguments.VarArg is { } varArg)
        {
            Define(varArg.Name, SymbolFlags.Parameter, varArg.Span);
            _current.HasVarArgs = true;
        }

        if (arguments.KwArg is { } kwArg)
        {
            Define(kwArg.Name, SymbolFlags.Parameter, kwArg.Span);
            _current.HasVarKeywords = true;
        }
    }

    private void DefineParameters(ImmutableArray<Arg> parameters)
    {
        foreach (var parameter in parameters)
            Define(parameter.Name, SymbolFlags.Parameter, parameter.Span);
    }

    private void VisitClass(ClassDefStmt definition)
    {
        Define(definition.Name, SymbolFlags.Local, definition.Span);
        VisitAll(definition.DecoratorList);
        var outerClass = _className;
        var isGeneric = definition.TypeParams.Length > 0;
        if (isGeneric)
        {
            EnterTypeParameters(definition.Name, definition, hasDefaults: false, hasKeywordDefaults: false);
            _className = definition.Name;
            _current.MangledNames = new HashSet<string>(StringComparer.Ordinal);
            VisitAll(definition.TypeParams);
        }

        VisitAll(definition.Bases);
        VisitKeywords(definition.Keywords);
        Enter(definition.Name, BlockKind.Class, definition, BlockRole.Body, definition.Span);
        _className = definition.Name;
        if (isGeneric)
        {
            Define("__type_params__", SymbolFlags.Local, definition.Span);
            Define(".type_params", SymbolFlags.Use, definition.Span);
        }

        _current.HasDocstring = Docstring.Of(definition.Body) is not null;
        VisitAll(definition.Body);
        Leave();
        if (isGeneric)
            Leave();
        _className = outerClass;
    }

    private void VisitTypeAlias(TypeAliasStmt alias)
    {
        Visit(alias.Name);
        var name = (alias.Name as NameExpr)?.Id ?? "";
        var isInClass = _current.Kind == BlockKind.Class;
        var isGeneric = alias.TypeParams.Length > 0;
        if (isGeneric)
        {
            EnterTypeParameters(name, alias, hasDefaults: false, hasKeywordDefaults: false);
            VisitAll(alias.TypeParams);
        }

        Enter(name, BlockKind.TypeAlias, alias, BlockRole.Body, alias.Span);
        _current.CanSeeClassScope = isInClass;
        if (isInClass)
            Define("__classdict__", SymbolFlags.Use, alias.Value.Span);
        Visit(alias.Value);
        Leave();
        if (isGeneric)
            Leave();
    }

    private void EnterTypeParameters(string name, Stmt definition, bool hasDefaults, bool hasKeywordDefaults)
    {
        var isInClass = _current.Kind == BlockKind.Class;
        var span = definition.Span;
        Enter(name, BlockKind.TypeParameters, definition, BlockRole.TypeParameters, span);
        if (isInClass)
        {
            _current.CanSeeClassScope = true;
            Define("__classdict__", SymbolFlags.Use, span);
        }

        if (definition is ClassDefStmt)
        {
            Define(".type_params", SymbolFlags.Local, span);
            Define(".type_params", SymbolFlags.Use, span);
            Define(".generic_base", SymbolFlags.Local, span);
            Define(".generic_base", SymbolFlags.Use, span);
        }

        if (hasDefaults)
            Define(".defaults", SymbolFlags.Parameter, span);
        if (hasKeywordDefaults)
            Define(".kwdefaults", SymbolFlags.Parameter, span);
    }

    private void VisitAll(ImmutableArray<TypeParam> parameters)
    {
        foreach (var parameter in parameters)
            Visit(parameter);
    }

    private void Visit(TypeParam parameter)
    {
        if (!CanGoOn(parameter.Span))
            return;
        const SymbolFlags flags = SymbolFlags.TypeParameter | SymbolFlags.Local;
        switch (parameter)
        {
            case TypeVar variable:
                Define(variable.Name, flags, variable.Span);
                var info = variable.Bound is TupleExpr ? "a TypeVar constraint" : "a TypeVar bound";
                VisitBoundOrDefault(variable.Bound, variable.Name, variable, BlockRole.Body, info);
                VisitBoundOrDefault(
                    variable.DefaultValue, variable.Name, variable, BlockRole.Default, "a TypeVar default");
                break;
            case TypeVarTuple variable:
                Define(variable.Name, flags, variable.Span);
                VisitBoundOrDefault(
                    variable.DefaultValue, variable.Name, variable, BlockRole.Body, "a TypeVarTuple default");
                break;
            case ParamSpec variable:
                Define(variable.Name, flags, variable.Span);
                VisitBoundOrDefault(
                    variable.DefaultValue, variable.Name, variable, BlockRole.Body, "a ParamSpec default");
                break;
            default:
                VisitUnknown(parameter);
                break;
        }
    }

    private void VisitBoundOrDefault(Expr? value, string name, TypeParam parameter, BlockRole role, string info)
    {
        if (name == "__classdict__")
            Fail(SyntaxErrors.ReservedTypeParameter(name, parameter.Span));
        if (value is null)
            return;

        var isInClass = _current.CanSeeClassScope;
        Enter(name, BlockKind.TypeVariable, parameter, role, value.Span);
        _current.CanSeeClassScope = isInClass;
        if (isInClass)
            Define("__classdict__", SymbolFlags.Use, value.Span);
        _current.ScopeInfo = info;
        Visit(value);
        Leave();
    }
}
