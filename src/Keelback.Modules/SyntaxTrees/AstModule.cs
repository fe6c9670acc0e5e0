using Keelback.Ast;
using Keelback.Vm;

namespace Keelback.Modules.SyntaxTrees;

/// <summary>The _ast module: a class for each class of node that the specification has.</summary>
[PyModule("_ast")]
internal static partial class AstModule
{
    [PyConstant("PyCF_ONLY_AST")]
    private const long OnlyAst = 0x400;

    [PyConstant("PyCF_TYPE_COMMENTS")]
    private const long TypeComments = 0x1000;

    [PyConstant("PyCF_ALLOW_TOP_LEVEL_AWAIT")]
    private const long AllowTopLevelAwait = 0x2000;

    [PyConstant("PyCF_OPTIMIZED_AST")]
    private const long OptimizedAst = 0x8400;

    private static void Initialize(PyThread thread, PyModule module)
    {
        module.Add("AST", PyAst.TypeObject);
        foreach (var info in AstMetadata.Types)
            module.Add(info.Name, AstTypes.Of(thread).Get(info.Name));
    }
}

/// <summary>The classes of nodes in one interpreter, and the instances of those that have no fields.</summary>
internal sealed class AstTypes
{
    public static readonly PyStr Fields = PyStr.Intern("_fields");
    public static readonly PyStr Attributes = PyStr.Intern("_attributes");
    public static readonly PyStr FieldTypes = PyStr.Intern("_field_types");

    private static readonly PyStr[] s_positions =
        [PyStr.Intern("lineno"), PyStr.Intern("col_offset"), PyStr.Intern("end_lineno"), PyStr.Intern("end_col_offset")];

    private static readonly PyStr s_annotationsCache = PyStr.Intern("__annotations_cache__");

    private readonly Dictionary<string, PyType> _types = [];
    private readonly Dictionary<string, PyValue> _members = [];
    private readonly Dictionary<PyType, AstTypeInfo> _infos = new(ReferenceEqualityComparer.Instance);

    /// <summary>The names of the four attributes of position.</summary>
    public static ReadOnlySpan<PyStr> Positions => s_positions;

    /// <summary>The classes in the thread's interpreter.</summary>
    public static AstTypes Of(PyThread thread)
    {
        var types = thread.Interpreter.GetState<AstTypes>();
        if (types._types.Count == 0)
            types.Create(thread);
        return types;
    }

    /// <summary>The class of a name.</summary>
    public PyType Get(string name) => _types[name];

    /// <summary>The one instance of an operator or context.</summary>
    public PyValue Member(string name)
    {
        if (!_members.TryGetValue(name, out var member))
        {
            member = new PyAst(_types[name]);
            _members.Add(name, member);
        }

        return member;
    }

    /// <summary>What is known of a class or, for one derived in Python, of its base; null where it is no node's.</summary>
    public AstTypeInfo? Find(PyType type)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.Base)
        {
            if (_infos.TryGetValue(candidate, out var info))
                return info;
        }

        return null;
    }

    private void Create(PyThread thread)
    {
        foreach (var info in AstMetadata.Types)
            Create(thread, info);
        foreach (var info in AstMetadata.Types.Where(info => info.Role != AstTypeRole.Sum))
        {
            var fieldTypes = new PyDict();
            foreach (var field in info.Fields)
                fieldTypes[PyStr.Intern(field.Name)] = TypeOf(thread, field);
            _types[info.Name].SetOwnAttribute(FieldTypes, fieldTypes);
            _types[info.Name].SetOwnAttribute(s_annotationsCache, fieldTypes);
        }
    }

    private PyType Create(PyThread thread, AstTypeInfo info)
    {
        if (_types.TryGetValue(info.Name, out var existing))
            return existing;
        var @base = PyAst.TypeObject;
        if (info.Base is { Length: > 0 } and not "AST" && AstMetadata.Find(info.Base) is { } baseInfo)
            @base = Create(thread, baseInfo);
        var body = new PyDict();
        var names = PyTuple.Own([.. info.Fields.Select(field => (PyValue)PyStr.Intern(field.Name))]);
        body[Fields] = names;
        body[Names.MatchArgs] = names;
        body[Names.Module] = PyStr.Intern("ast");
        body[Names.Doc] = PyStr.From(AsdlOf(info));
        foreach (var field in info.Fields.Where(field => field.Arity == AstFieldArity.Optional))
            body[PyStr.Intern(field.Name)] = PyValue.None;
        if (info.Role is AstTypeRole.Sum or AstTypeRole.Product)
        {
            body[Attributes] = info.IsLocated ? PyTuple.Own([.. s_positions.Select(name => (PyValue)name)]) : PyTuple.Empty;
            if (info.IsLocated && info.Name is not ("type_param" or "pattern"))
            {
                body[s_positions[2]] = PyValue.None;
                body[s_positions[3]] = PyValue.None;
            }
        }

        var type = PyType.CreateHeap(thread, CoreTypes.Type, PyStr.Intern(info.Name), PyTuple.From(@base), body);
        _types.Add(info.Name, type);
        _infos.Add(type, info);
        return type;
    }

    private PyValue TypeOf(PyThread thread, AstFieldInfo field)
    {
        PyValue one = field.Type switch
        {
            "identifier" or "string" => PyStr.TypeObject,
            "int" => IntType.TypeObject,
            "constant" => CoreTypes.Object,
            _ => _types[field.Type],
        };
        return field.Arity switch
        {
            AstFieldArity.One => one,
            AstFieldArity.Optional => Operators.BitOr(thread, one, PyValue.None),
            _ => new PyGenericAlias(PyList.TypeObject, one),
        };
    }

    private static string AsdlOf(AstTypeInfo info)
    {
        if (info.Role != AstTypeRole.Sum)
            return Constructor(info);
        var members = AstMetadata.Types.Where(type => type.Base == info.Name && type.Name != info.Name).Select(Constructor).ToList();
        var separator = info.Name.Length + 1;
        var isPlain = members.All(member => !member.Contains('('));
        return isPlain
            ? $"{info.Name} = {string.Join(" | ", members)}"
            : $"{info.Name} = {string.Join("\n" + new string(' ', separator) + "| ", members)}";
    }

    private static string Constructor(AstTypeInfo info) => info.Fields.Length == 0
        ? info.Name
        : $"{info.Name}({string.Join(", ", info.Fields.Select(field => $"{field.Asdl} {field.Name}"))})";
}
