using System.Collections;
using System.Runtime.CompilerServices;
using Keelback.Ast;
using Keelback.Text;
using Keelback.Vm;

namespace Keelback.Modules.SyntaxTrees;

/// <summary>Turns syntax trees into objects of the ast module.</summary>
internal static class AstConversion
{
    /// <summary>The object for a tree.</summary>
    public static PyValue ToPython(PyThread thread, AstNode node)
    {
        if (!thread.EnterNative())
            thread.ThrowPending();
        try
        {
            var types = AstTypes.Of(thread);
            var info = node.Info;
            var type = types.Get(info.Name);
            var result = new PyAst(type);
            for (var i = 0; i < info.Fields.Length; i++)
                result.Attributes.Set(type, PyStr.Intern(info.Fields[i].Name), ToPython(thread, types, node.GetField(i)));
            if (info.IsLocated)
            {
                var span = node.Span;
                ReadOnlySpan<int> numbers = [span.Line, span.Column, span.EndLine, span.EndColumn];
                for (var i = 0; i < numbers.Length; i++)
                    result.Attributes.Set(type, AstTypes.Positions[i], PyValue.FromInt(numbers[i]));
            }

            return result;
        }
        finally
        {
            thread.Depth--;
        }
    }

    /// <summary>Whether a value is an object of the ast module.</summary>
    public static bool IsNode(PyValue value) => value.Ref is PyAst;

    private static PyValue ToPython(PyThread thread, AstTypes types, object? value) => value switch
    {
        null => PyValue.None,
        AstNode node => ToPython(thread, node),
        string text => PyStr.Intern(text),
        int number => PyValue.FromInt(number),
        Constant constant => ConstantValues.ToValue(constant),
        Enum member => types.Member(member.ToString()),
        IEnumerable items => ToList(thread, types, items),
        _ => throw new System.Diagnostics.UnreachableException(value.GetType().Name),
    };

    private static PyList ToList(PyThread thread, AstTypes types, IEnumerable items)
    {
        var list = new PyList();
        foreach (var item in items)
            list.Add(ToPython(thread, types, item));
        return list;
    }
}

/// <summary>Turns objects of the ast module into syntax trees, with CPython's errors for what is wrong with them.</summary>
internal sealed class AstReader(PyThread thread)
{
    private readonly AstTypes _types = AstTypes.Of(thread);

    /// <summary>The tree for an object of a module's or other whole's class.</summary>
    public AstNode Read(PyValue value) => (AstNode)Node(value, "mod");

    private object Node(PyValue value, string expected)
    {
        if (!thread.EnterNative())
            thread.ThrowPending();
        try
        {
            if (value.Ref is not PyAst || _types.Find(value.Type) is not { } info || !IsA(info, expected))
                throw Raise.TypeError($"expected some sort of {expected}, but got {Operators.Repr(thread, value).Value}");
            if (info.Kind is not { } kind)
                return info;
            // Positions are looked at first: their absence is the usual mistake.
            var span = info.IsLocated ? SpanOf(value, info.Role == AstTypeRole.Product ? info.Name : info.Base) : SourceSpan.None;
            var fields = new object?[info.Fields.Length];
            for (var i = 0; i < fields.Length; i++)
                fields[i] = Field(value, info, info.Fields[i]);
            try
            {
                return AstFactory.Create(kind, fields, span);
            }
            catch (ArgumentException exception)
            {
                throw Raise.TypeError(exception.Message);
            }
        }
        finally
        {
            thread.Depth--;
        }
    }

    private static bool IsA(AstTypeInfo info, string expected) => info.Name == expected || info.Base == expected;

    private object? Field(PyValue node, AstTypeInfo info, AstFieldInfo field)
    {
        var value = Operators.FindAttribute(thread, node, PyStr.Intern(field.Name));
        if (field.IsList)
        {
            if (value.IsMissing)
                return Array.Empty<object>();
            if (value.Ref is not PyList list)
                throw Raise.TypeError($"{info.Name} field \"{field.Name}\" must be a list, not a {value.Type.Name}");
            var items = new List<object?>();
            foreach (var item in list.AsSpan().ToArray())
                items.Add(field.Arity == AstFieldArity.ListWithHoles && item.IsNone ? null : One(item, info, field));
            return items;
        }

        if (value.IsMissing || (value.IsNone && field.Value != AstFieldValue.Constant))
        {
            if (field.Arity == AstFieldArity.Optional)
                return null;
            if (value.IsMissing && field.Type == "expr_context")
                return Enum.Parse(EnumType(field.Type), "Load");
            throw value.IsMissing
                ? Raise.TypeError($"required field \"{field.Name}\" missing from {info.Name}")
                : Raise.ValueError($"field '{field.Name}' is required for {info.Name}");
        }

        return One(value, info, field);
    }

    private object One(PyValue value, AstTypeInfo info, AstFieldInfo field)
    {
        switch (field.Value)
        {
            case AstFieldValue.Constant:
                return ConstantOf(value);
            case AstFieldValue.Text:
                return value.Ref is PyStr text
                    ? text.Value
                    : throw Raise.TypeError(field.Type == "identifier" ? "AST identifier must be of type str" : "AST string must be of type str");
            case AstFieldValue.Int:
                return value.IsSmallInt || value.IsBool
                    ? (int)value.Bits
                    : throw Raise.ValueError($"invalid integer value: {Operators.Repr(thread, value).Value}");
            case AstFieldValue.Enum:
                var member = (AstTypeInfo)Node(value, field.Type);
                return Enum.Parse(EnumType(field.Type), member.Name);
            default:
                return Node(value, field.Type);
        }
    }

    private Constant ConstantOf(PyValue value)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw Raise.RecursionError("maximum recursion depth exceeded during compilation");
        try
        {
            return ConstantValues.ToConstant(thread, value);
        }
        catch (PyException exception) when (exception.Value.Type.IsSubtypeOf(ExceptionTypes.TypeError))
        {
            throw Raise.TypeError($"got an invalid type in Constant: {value.Type.Name}");
        }
    }

    private SourceSpan SpanOf(PyValue node, string owner)
    {
        Span<int> numbers = stackalloc int[4];
        for (var i = 0; i < numbers.Length; i++)
        {
            var value = Operators.FindAttribute(thread, node, AstTypes.Positions[i]);
            if (value.IsMissing && i < 2)
                throw Raise.TypeError($"required field \"{AstTypes.Positions[i].Value}\" missing from {owner}");
            numbers[i] = value.IsMissing || value.IsNone ? numbers[i - 2] : (int)Operators.ToInt64(thread, value);
        }

        return new SourceSpan(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    private static Type EnumType(string sum) =>
        typeof(AstNode).Assembly.GetType($"Keelback.Ast.{AstMetadata.Find(sum)!.CSharpName}")
            ?? throw new System.Diagnostics.UnreachableException(sum);
}
