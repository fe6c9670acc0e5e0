using Keelback.Bytecode;
using Keelback.Vm;

namespace Keelback.Modules.Opcode;

/// <summary>The _opcode module: what the specification says of instructions, for opcode and dis.</summary>
[PyModule("_opcode", Doc = "Opcode support module.")]
internal static partial class OpcodeModule
{
    private static readonly string[] s_unaryIntrinsics =
    [
        "INTRINSIC_1_INVALID", "INTRINSIC_PRINT", "INTRINSIC_IMPORT_STAR", "INTRINSIC_STOPITERATION_ERROR",
        "INTRINSIC_ASYNC_GEN_WRAP", "INTRINSIC_UNARY_POSITIVE", "INTRINSIC_LIST_TO_TUPLE", "INTRINSIC_TYPEVAR",
        "INTRINSIC_PARAMSPEC", "INTRINSIC_TYPEVARTUPLE", "INTRINSIC_SUBSCRIPT_GENERIC", "INTRINSIC_TYPEALIAS",
    ];

    private static readonly string[] s_binaryIntrinsics =
    [
        "INTRINSIC_2_INVALID", "INTRINSIC_PREP_RERAISE_STAR", "INTRINSIC_TYPEVAR_WITH_BOUND",
        "INTRINSIC_TYPEVAR_WITH_CONSTRAINTS", "INTRINSIC_SET_FUNCTION_TYPE_PARAMS", "INTRINSIC_SET_TYPEPARAM_DEFAULT",
    ];

    private static readonly (string Name, string Symbol)[] s_operators =
    [
        ("NB_ADD", "+"), ("NB_AND", "&"), ("NB_FLOOR_DIVIDE", "//"), ("NB_LSHIFT", "<<"), ("NB_MATRIX_MULTIPLY", "@"),
        ("NB_MULTIPLY", "*"), ("NB_REMAINDER", "%"), ("NB_OR", "|"), ("NB_POWER", "**"), ("NB_RSHIFT", ">>"),
        ("NB_SUBTRACT", "-"), ("NB_TRUE_DIVIDE", "/"), ("NB_XOR", "^"), ("NB_INPLACE_ADD", "+="),
        ("NB_INPLACE_AND", "&="), ("NB_INPLACE_FLOOR_DIVIDE", "//="), ("NB_INPLACE_LSHIFT", "<<="),
        ("NB_INPLACE_MATRIX_MULTIPLY", "@="), ("NB_INPLACE_MULTIPLY", "*="), ("NB_INPLACE_REMAINDER", "%="),
        ("NB_INPLACE_OR", "|="), ("NB_INPLACE_POWER", "**="), ("NB_INPLACE_RSHIFT", ">>="),
        ("NB_INPLACE_SUBTRACT", "-="), ("NB_INPLACE_TRUE_DIVIDE", "/="), ("NB_INPLACE_XOR", "^="), ("NB_SUBSCR", "[]"),
    ];

    [PyConstant("ENABLE_SPECIALIZATION")]
    private static PyValue EnableSpecialization => PyValue.True;

    [PyConstant("ENABLE_SPECIALIZATION_FT")]
    private static PyValue EnableFreeThreadedSpecialization => PyValue.False;

    [PyFunction("stack_effect(opcode, oparg=None, /, *, jump=None)", Doc = "Compute the stack effect of the opcode.")]
    private static long StackEffect(PyThread thread, int opcode, PyValue oparg, PyValue jump)
    {
        if (!jump.IsNone && !jump.IsBool)
            throw Raise.ValueError("stack_effect: jump must be False, True or None");
        var argument = oparg.IsNone ? 0 : (int)Operators.ToInt64(thread, oparg);
        if (!Exists(opcode) || argument < 0)
            throw Raise.ValueError("invalid opcode or oparg");
        return OpcodeMetadata.StackEffect((Bytecode.Opcode)opcode, argument, jump.IsNone ? null : jump.IsTrue);
    }

    [PyFunction("is_valid(opcode)", Doc = "Return True if opcode is valid, False otherwise.")]
    private static bool IsValid(int opcode) => Exists(opcode);

    [PyFunction("has_arg(opcode)", Doc = "Return True if the opcode uses its oparg, False otherwise.")]
    private static bool HasArgument(int opcode) => Find(opcode)?.HasArgument is true;

    [PyFunction("has_const(opcode)", Doc = "Return True if the opcode accesses a constant, False otherwise.")]
    private static bool HasConst(int opcode) => Find(opcode)?.HasConst is true;

    [PyFunction("has_name(opcode)", Doc = "Return True if the opcode accesses an attribute by name, False otherwise.")]
    private static bool HasName(int opcode) => Find(opcode)?.HasName is true;

    [PyFunction("has_jump(opcode)", Doc = "Return True if the opcode has a jump target, False otherwise.")]
    private static bool HasJump(int opcode) => Find(opcode)?.HasJump is true;

    [PyFunction("has_free(opcode)", Doc = "Return True if the opcode accesses a free variable, False otherwise.")]
    private static bool HasFree(int opcode) => Find(opcode)?.HasFree is true;

    [PyFunction("has_local(opcode)", Doc = "Return True if the opcode accesses a local variable, False otherwise.")]
    private static bool HasLocal(int opcode) => Find(opcode)?.HasLocal is true;

    [PyFunction("has_exc(opcode)", Doc = "Return True if the opcode sets up an exception handler, False otherwise.")]
    private static bool HasExceptionHandler(int opcode) => Find(opcode)?.BeginsBlock is true;

    [PyFunction("get_specialization_stats()", Doc = "Return the specialization stats, of which none are kept.")]
    private static PyValue GetSpecializationStats() => PyValue.None;

    [PyFunction("get_nb_ops()", Doc = "Return array of symbols of binary ops.\n\nIndexed by the BINARY_OP oparg value.")]
    private static PyList GetOperators() =>
        new([.. s_operators.Select(op => (PyValue)PyTuple.From(PyStr.From(op.Name), PyStr.From(op.Symbol)))]);

    [PyFunction("get_intrinsic1_descs()", Doc = "Return a list of names of the unary intrinsics.")]
    private static PyList GetUnaryIntrinsics() => new([.. s_unaryIntrinsics.Select(PyValue.FromString)]);

    [PyFunction("get_intrinsic2_descs()", Doc = "Return a list of names of the binary intrinsics.")]
    private static PyList GetBinaryIntrinsics() => new([.. s_binaryIntrinsics.Select(PyValue.FromString)]);

    [PyFunction("get_special_method_names()", Doc = "Return a list of special method names.")]
    private static PyList GetSpecialMethodNames() =>
        new([.. ((string[])["__enter__", "__exit__", "__aenter__", "__aexit__"]).Select(PyValue.FromString)]);

    [PyFunction("get_executor(code, offset)", Doc = "Return the executor object at offset in code if exists, None otherwise.")]
    private static PyValue GetExecutor(PyThread thread, PyCode code, int offset) =>
        throw Raise.RuntimeError("Executors are not available in this build");

    private static bool Exists(int opcode) => Find(opcode) is not null;

    private static OpcodeInfo? Find(int opcode) => opcode is < 0 or > ushort.MaxValue ? null : OpcodeMetadata.Find((Bytecode.Opcode)opcode);
}
