using System.Collections.Immutable;
using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Vm;

/// <summary>Makes code objects of what Python code gives: the constructor and replace().</summary>
internal static class CodeParts
{
    private const byte LocalKind = 0x20;
    private const byte CellKind = 0x40;
    private const byte FreeKind = 0x80;

    /// <summary>A code object, checked, with its variables sorted into places as CPython does.</summary>
    public static PyCode Make(
        CodeObject code, ImmutableArray<string> variables, ImmutableArray<string> cells, ImmutableArray<string> free)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var kinds = ImmutableArray.CreateBuilder<byte>();
        foreach (var name in variables)
        {
            names.Add(name);
            kinds.Add((byte)(LocalKind | (cells.Contains(name) ? CellKind : 0)));
        }

        foreach (var name in cells.Where(name => !variables.Contains(name)))
        {
            names.Add(name);
            kinds.Add(CellKind);
        }

        foreach (var name in free)
        {
            names.Add(name);
            kinds.Add(FreeKind);
        }

        var made = code with { LocalsPlusNames = names.ToImmutable(), LocalsPlusKinds = kinds.ToImmutable() };
        if (BytecodeVerifier.Verify(made) is [var error, ..])
            throw Raise.ValueError($"code: {error}");
        return new PyCode(made);
    }

    /// <summary>A copy with other values for the fields that the dict names.</summary>
    public static PyCode Replace(PyThread thread, CodeObject code, PyDict changes)
    {
        var (variables, cells, free) = (code.VarNames, code.CellVars, code.FreeVars);
        for (var i = 0; i < changes.EntryEnd; i++)
        {
            var (key, value) = (((PyStr)changes.EntryAt(i).Key.Ref!).Value, changes.EntryAt(i).Value);
            switch (key)
            {
                case "co_varnames":
                    variables = Strings(thread, value, "varnames");
                    break;
                case "co_cellvars":
                    cells = Strings(thread, value, "cellvars");
                    break;
                case "co_freevars":
                    free = Strings(thread, value, "freevars");
                    break;
                case "co_nlocals":
                    break;
                default:
                    code = Replace(thread, code, key, value);
                    break;
            }
        }

        return Make(code, variables, cells, free);
    }

    /// <summary>A tuple of names.</summary>
    public static PyTuple Tuple(ImmutableArray<string> names) =>
        PyTuple.Own([.. names.Select(name => (PyValue)PyStr.Intern(name))]);

    /// <summary>The names in a tuple.</summary>
    public static ImmutableArray<string> Strings(PyThread thread, PyValue value, string what)
    {
        if (value.Ref is not PyTuple tuple)
            throw Raise.TypeError($"code() argument '{what}' must be tuple, not {value.Type.Name}");
        return [.. tuple.Items.Select(item => (item.Ref as PyStr ?? throw Raise.TypeError(
            $"name tuples must contain only strings, not '{item.Type.Name}'")).Value)];
    }

    /// <summary>The bytes of a bytes object.</summary>
    public static ImmutableArray<byte> Bytes(PyValue value, string what) => value.Ref is PyBytes bytes
        ? [.. bytes.AsSpan()]
        : throw Raise.TypeError($"code() argument '{what}' must be bytes, not {value.Type.Name}");

    /// <summary>The constants in a tuple.</summary>
    public static ImmutableArray<Constant> Constants(PyThread thread, PyValue value)
    {
        if (value.Ref is not PyTuple tuple)
            throw Raise.TypeError($"code() argument 'constants' must be tuple, not {value.Type.Name}");
        return [.. tuple.Items.Select(item => ConstantValues.ToConstant(thread, item))];
    }

    private static CodeObject Replace(PyThread thread, CodeObject code, string key, PyValue value) => key switch
    {
        "co_argcount" => code with { ArgCount = Number(thread, value) },
        "co_posonlyargcount" => code with { PosOnlyArgCount = Number(thread, value) },
        "co_kwonlyargcount" => code with { KwOnlyArgCount = Number(thread, value) },
        "co_stacksize" => code with { StackSize = Number(thread, value) },
        "co_flags" => code with { Flags = (CodeFlags)Number(thread, value) },
        "co_firstlineno" => code with { FirstLineNumber = Number(thread, value) },
        "co_code" => code with { Code = Bytes(value, "co_code") },
        "co_consts" => code with { Constants = Constants(thread, value) },
        "co_names" => code with { Names = Strings(thread, value, "names") },
        "co_filename" => code with { FileName = Text(value, key) },
        "co_name" => code with { Name = Text(value, key) },
        "co_qualname" => code with { QualifiedName = Text(value, key) },
        "co_linetable" => code with { LineTable = Bytes(value, key) },
        "co_exceptiontable" => code with { ExceptionTable = Bytes(value, key) },
        _ => throw Raise.TypeError($"code.replace() got an unexpected keyword argument '{key}'"),
    };

    private static int Number(PyThread thread, PyValue value) => checked((int)Operators.ToInt64(thread, value));

    private static string Text(PyValue value, string key) =>
        (value.Ref as PyStr ?? throw Raise.TypeError($"replace() argument '{key}' must be str, not {value.Type.Name}")).Value;
}
