using Keelback.Ast;
using Keelback.Bytecode;
using Keelback.Compiler.Symbols;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <content>Classes: the body is a function that __build_class__ runs in the class's namespace.</content>
internal sealed partial class CodeGenerator
{
    private const string TypeParamsName = ".type_params";
    private const string GenericBaseName = ".generic_base";

    private void GenerateClass(ClassDefStmt definition)
    {
        var span = definition.Span;
        VisitAll(definition.DecoratorList);
        var firstLine = FirstLineOf(definition.DecoratorList, span);
        var isGeneric = !definition.TypeParams.IsEmpty;
        if (isGeneric)
        {
            EnterTypeParameters(definition.Name, definition, firstLine, className: definition.Name);
            GenerateTypeParameters(definition.TypeParams);
            EmitName(TypeParamsName, ExprContext.Store, span);
        }

        GenerateClassBody(definition, firstLine);
        if (isGeneric)
        {
            EmitName(TypeParamsName, ExprContext.Load, span);
            EmitIntrinsic(UnaryIntrinsic.SubscriptGeneric, span);
            EmitName(GenericBaseName, ExprContext.Store, span);
            GenerateCallArguments(2, definition.Bases, definition.Keywords, span, GenericBaseName);
            var code = Assemble(addNone: false);
            LeaveUnit();
            EmitFunction(code, span);
            Emit(Opcode.PushNull, span);
            Emit(Opcode.Call, 0, span);
        }
        else
        {
            GenerateCallArguments(2, definition.Bases, definition.Keywords, span);
        }

        ApplyDecorators(definition.DecoratorList);
        EmitName(definition.Name, ExprContext.Store, span);
    }

    /// <summary>Leaves __build_class__, the body's function and the class's name on the stack.</summary>
    private void GenerateClassBody(ClassDefStmt definition, int firstLine)
    {
        var block = BlockOf(definition, BlockRole.Body);
        EnterUnit(definition.Name, UnitKind.Class, block, firstLine, definition.Name);
        GenerateClassPrologue(definition, new SourceSpan(firstLine, 0, firstLine, 0));
        GenerateBody(definition.Body, new SourceSpan(firstLine, 0, firstLine, 0));
        GenerateClassEpilogue();
        var code = Assemble();
        LeaveUnit();

        var span = definition.Span;
        Emit(Opcode.LoadBuildClass, span);
        Emit(Opcode.PushNull, span);
        EmitFunction(code, span);
        EmitString(definition.Name, span);
    }

    private void GenerateClassPrologue(ClassDefStmt definition, SourceSpan span)
    {
        EmitName("__name__", ExprContext.Load, span);
        EmitName("__module__", ExprContext.Store, span);
        EmitString(Metadata.QualifiedName, span);
        EmitName("__qualname__", ExprContext.Store, span);
        EmitInt(Metadata.FirstLineNumber, span);
        EmitName("__firstlineno__", ExprContext.Store, span);
        if (!definition.TypeParams.IsEmpty)
        {
            EmitName(TypeParamsName, ExprContext.Load, span);
            EmitName("__type_params__", ExprContext.Store, span);
        }

        if (Block.NeedsClassDict)
        {
            Emit(Opcode.LoadLocals, span);
            Emit(Opcode.StoreDeref, Metadata.CellVars.GetOrAdd(ClassDict), span);
        }

        if (Block.HasConditionalAnnotations)
        {
            Emit(Opcode.BuildSet, 0, span);
            Emit(Opcode.StoreDeref, Metadata.CellVars.GetOrAdd(ConditionalAnnotations), span);
        }
    }

    private void GenerateClassEpilogue()
    {
        EmitConstant(
            new Constant.Tuple([.. _unit.StaticAttributes.Select(name => (Constant)new Constant.Str(name))]), Nowhere);
        EmitName("__static_attributes__", ExprContext.Store, Nowhere);
        if (Block.NeedsClassDict)
        {
            Emit(Opcode.LoadClosure, Metadata.CellVars.GetOrAdd(ClassDict), Nowhere);
            EmitName("__classdictcell__", ExprContext.Store, Nowhere);
        }

        if (Block.NeedsClassClosure)
        {
            Emit(Opcode.LoadClosure, Metadata.CellVars.GetOrAdd(ClassCell), Nowhere);
            Emit(Opcode.Copy, 1, Nowhere);
            EmitName("__classcell__", ExprContext.Store, Nowhere);
        }
        else
        {
            EmitNone(Nowhere);
        }

        Emit(Opcode.ReturnValue, Nowhere);
    }

    /// <summary>Notes self.name = ... for the __static_attributes__ of the class around the method.</summary>
    private void NoteStaticAttribute(AttributeExpr attribute)
    {
        if (attribute is not { Ctx: ExprContext.Store, Value: NameExpr { Id: "self" } })
            return;
        for (var i = _outerUnits.Count - 1; i >= 0; i--)
        {
            if (_outerUnits[i].Kind != UnitKind.Class)
                continue;
            _outerUnits[i].StaticAttributes.Add(attribute.Attr);
            return;
        }
    }
}
