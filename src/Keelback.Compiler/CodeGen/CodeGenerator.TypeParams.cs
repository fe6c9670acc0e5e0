using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Bytecode;
using Keelback.Compiler.Symbols;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <content>Type parameters and type aliases (PEP 695, 696): a hidden function holds the parameters.</content>
internal sealed partial class CodeGenerator
{
    private void EnterTypeParameters(
        string name, Stmt definition, int firstLine, ParameterCounts counts = default, string? className = null) =>
        EnterUnit(
            $"<generic parameters of {name}>", UnitKind.Annotations,
            BlockOf(definition, BlockRole.TypeParameters), firstLine, className, counts);

    private void GenerateTypeParameters(ImmutableArray<TypeParam> parameters)
    {
        var seenDefault = false;
        foreach (var parameter in parameters)
        {
            switch (parameter)
            {
                case TypeVar variable:
                    EmitString(variable.Name, variable.Span);
                    GenerateBound(variable);
                    GenerateDefaultAndStore(
                        variable, BlockRole.Default, variable.Name, variable.DefaultValue, ref seenDefault);
                    break;
                case TypeVarTuple variable:
                    EmitString(variable.Name, variable.Span);
                    EmitIntrinsic(UnaryIntrinsic.Typevartuple, variable.Span);
                    GenerateDefaultAndStore(
                        variable, BlockRole.Body, variable.Name, variable.DefaultValue, ref seenDefault);
                    break;
                case ParamSpec variable:
                    EmitString(variable.Name, variable.Span);
                    EmitIntrinsic(UnaryIntrinsic.Paramspec, variable.Span);
                    GenerateDefaultAndStore(
                        variable, BlockRole.Body, variable.Name, variable.DefaultValue, ref seenDefault);
                    break;
                default:
                    LowerUnknown(parameter);
                    break;
            }
        }

        Emit(Opcode.BuildTuple, parameters.Length, parameters[0].Span);
    }

    private void GenerateBound(TypeVar variable)
    {
        if (variable.Bound is null)
        {
            EmitIntrinsic(UnaryIntrinsic.Typevar, variable.Span);
            return;
        }

        GenerateLazyValue(variable.Bound, variable.Name, variable, BlockRole.Body);
        var intrinsic = variable.Bound is TupleExpr
            ? BinaryIntrinsic.TypevarWithConstraints
            : BinaryIntrinsic.TypevarWithBound;
        EmitIntrinsic(intrinsic, variable.Span);
    }

    private void GenerateDefaultAndStore(
        TypeParam parameter, BlockRole role, string name, Expr? defaultValue, ref bool seenDefault)
    {
        if (defaultValue is not null)
        {
            seenDefault = true;
            GenerateLazyValue(defaultValue, name, parameter, role);
            EmitIntrinsic(BinaryIntrinsic.SetTypeparamDefault, parameter.Span);
        }
        else if (seenDefault)
        {
            Fail(SyntaxErrors.NonDefaultTypeParameter(name, parameter.Span));
        }

        Emit(Opcode.Copy, 1, parameter.Span);
        EmitName(name, ExprContext.Store, parameter.Span);
    }

    /// <summary>Makes the function that evaluates a bound or default when it is first asked for.</summary>
    private void GenerateLazyValue(Expr value, string name, TypeParam parameter, BlockRole role)
    {
        var span = value.Span;
        EmitConstant(new Constant.Tuple([new Constant.Int(1)]), span);
        EnterAnnotations(name, BlockOf(parameter, role), span);
        if (parameter is TypeVarTuple && value is StarredExpr starred)
        {
            Visit(starred.Value);
            Emit(Opcode.UnpackSequence, 1, span);
        }
        else
        {
            Visit(value);
        }

        Emit(Opcode.ReturnValue, span);
        var code = Assemble();
        LeaveUnit();
        EmitFunction(code, span, FunctionAttribute.Defaults);
    }

    private void GenerateTypeAlias(TypeAliasStmt alias)
    {
        var span = alias.Span;
        var name = (alias.Name as NameExpr)?.Id ?? "";
        var isGeneric = !alias.TypeParams.IsEmpty;
        if (isGeneric)
        {
            EnterTypeParameters(name, alias, span.Line);
            EmitString(name, span);
            GenerateTypeParameters(alias.TypeParams);
        }
        else
        {
            EmitString(name, span);
            EmitNone(span);
        }

        GenerateTypeAliasValue(alias, name);
        if (isGeneric)
        {
            var code = Assemble(addNone: false);
            LeaveUnit();
            EmitFunction(code, span);
            Emit(Opcode.PushNull, span);
            Emit(Opcode.Call, 0, span);
        }

        EmitName(name, ExprContext.Store, span);
    }

    private void GenerateTypeAliasValue(TypeAliasStmt alias, string name)
    {
        var span = alias.Span;
        EmitConstant(new Constant.Tuple([new Constant.Int(1)]), span);
        EnterAnnotations(name, BlockOf(alias, BlockRole.Body), span);
        Visit(alias.Value);
        Emit(Opcode.ReturnValue, span);
        var code = Assemble(addNone: false);
        LeaveUnit();
        EmitFunction(code, span, FunctionAttribute.Defaults);
        Emit(Opcode.BuildTuple, 3, span);
        EmitIntrinsic(UnaryIntrinsic.Typealias, span);
    }
}
