using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>types.GenericAlias: a generic type with arguments, such as <c>list[int]</c>. Most attributes are the type's.</summary>
internal partial class PyGenericAlias : PyObject
{
    // The attributes that are the alias's own; what is copied or shows bases must not reach the origin.
    private static readonly HashSet<string> s_shown =
    [
        "__class__", "__origin__", "__args__", "__unpacked__", "__parameters__", "__typing_unpacked_tuple_args__",
        "__mro_entries__", "__reduce_ex__", "__reduce__",
    ];

    private static readonly HashSet<string> s_hidden = ["__bases__", "__copy__", "__deepcopy__"];
    private static readonly PyStr s_originalClass = PyStr.Intern("__orig_class__");
    private static readonly PyStr s_dir = PyStr.Intern("__dir__");

    private bool _isUnpacked;

    public PyGenericAlias(PyValue origin, PyValue args)
        : this(TypeObject, origin, args)
    {
    }

    private protected PyGenericAlias(PyType type, PyValue origin, PyValue args)
        : base(type)
    {
        Origin = origin;
        Arguments = args.Ref as PyTuple ?? PyTuple.From(args);
    }

    /// <summary>The generic type.</summary>
    [PyField]
    public partial PyValue Origin { get; private set; }

    /// <summary>The arguments in brackets.</summary>
    [PyField]
    public partial PyTuple Arguments { get; private set; }

    /// <summary>The type variables among the arguments, once asked for.</summary>
    [PyField]
    private partial PyTuple? Parameters { get; set; }

    /// <summary>Whether it stands for <c>*tuple[int, str]</c>.</summary>
    public bool IsStarred => _isUnpacked;

    /// <summary>The same alias with a star before it.</summary>
    public PyGenericAlias Starred() => new(Origin, Arguments) { _isUnpacked = true };

    private static partial PyValue New(PyThread thread, PyType cls, PyValue origin, PyValue args) =>
        ReferenceEquals(cls, TypeObject)
            ? new PyGenericAlias(origin, args)
            : new PyGenericAliasSubclass(cls, origin, args);

    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var alias = (PyGenericAlias)self.Ref!;
        var text = new System.Text.StringBuilder(alias._isUnpacked ? "*" : "");
        text.Append(TypeText.Of(thread, alias.Origin)).Append('[');
        for (var i = 0; i < alias.Arguments.Count; i++)
        {
            var argument = alias.Arguments[i];
            text.Append(i > 0 ? ", " : "");
            if (argument.Ref is PyList list && ReferenceEquals(list.Type, PyList.TypeObject))
                AppendList(thread, text, list);
            else
                text.Append(TypeText.Of(thread, argument));
        }

        return PyStr.From(text.Append(alias.Arguments.Count == 0 ? "()]" : "]").ToString());
    }

    private static partial long Hash(PyThread thread, PyValue self)
    {
        var alias = (PyGenericAlias)self.Ref!;
        return Operators.Hash(thread, alias.Origin) ^ Operators.Hash(thread, alias.Arguments);
    }

    private static partial PyValue Call(
        PyThread thread, PyValue callee, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var made = thread.Invoke(((PyGenericAlias)callee.Ref!).Origin, arguments, keywordNames);
        if (made.IsMissing || made.Ref is Tag)
            return made;
        try
        {
            Operators.SetAttribute(thread, made, s_originalClass, callee);
        }
        catch (PyException exception) when (exception.Value.Type.IsSubtypeOf(ExceptionTypes.AttributeError)
            || exception.Value.Type.IsSubtypeOf(ExceptionTypes.TypeError))
        {
            // Not every object remembers what it was made by.
        }

        return made;
    }

    private static partial PyValue GetAttribute(PyThread thread, PyValue self, PyStr name)
    {
        var alias = (PyGenericAlias)self.Ref!;
        return s_shown.Contains(name.Value) || s_hidden.Contains(name.Value)
            ? ObjectType.GetAttribute(thread, self, name)
            : Operators.TryGetAttribute(thread, alias.Origin, name);
    }

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op)
    {
        if (left.Ref is not PyGenericAlias first || right.Ref is not PyGenericAlias second
            || op is not (ComparisonOperator.Eq or ComparisonOperator.Ne))
            return PyNotImplemented.Instance;
        var isEqual = first._isUnpacked == second._isUnpacked
            && Operators.Equals(thread, first.Origin, second.Origin)
            && Operators.Equals(thread, first.Arguments, second.Arguments);
        return PyValue.FromBool(isEqual == (op == ComparisonOperator.Eq));
    }

    private static partial PyValue Iterate(PyThread thread, PyValue self) =>
        new PyGenericAliasIterator((PyGenericAlias)self.Ref!);

    private static partial PyValue Or(PyThread thread, PyValue left, PyValue right) => UnionTypes.Or(thread, left, right);

    private static partial PyValue Subscript(PyThread thread, PyValue left, PyValue right)
    {
        var alias = (PyGenericAlias)left.Ref!;
        var arguments = TypeSubstitution.Substitute(thread, left, alias.Arguments, alias.FindParameters(thread), right);
        return new PyGenericAlias(alias.Origin, arguments) { _isUnpacked = alias._isUnpacked };
    }

    private static partial PyValue GetOrigin(PyThread thread, PyGenericAlias self) => self.Origin;

    private static partial PyValue GetArguments(PyThread thread, PyGenericAlias self) => self.Arguments;

    private static partial bool IsUnpacked(PyThread thread, PyGenericAlias self) => self._isUnpacked;

    private static partial PyValue GetParameters(PyThread thread, PyGenericAlias self) => self.FindParameters(thread);

    private static partial PyValue GetUnpackedTupleArguments(PyThread thread, PyGenericAlias self) =>
        self._isUnpacked && ReferenceEquals(self.Origin.Ref, PyTuple.TypeObject) ? self.Arguments : PyValue.None;

    private static partial PyValue GetMroEntries(PyThread thread, PyGenericAlias self, PyValue @object) =>
        PyTuple.From(self.Origin);

    private static partial PyValue CheckInstance(PyThread thread, PyGenericAlias self, PyValue @object) =>
        thread.Raise(Raise.TypeError("isinstance() argument 2 cannot be a parameterized generic"));

    private static partial PyValue CheckSubclass(PyThread thread, PyGenericAlias self, PyValue @object) =>
        thread.Raise(Raise.TypeError("issubclass() argument 2 cannot be a parameterized generic"));

    private static partial PyValue Reduce(PyThread thread, PyGenericAlias self)
    {
        if (!self._isUnpacked)
            return PyTuple.From(self.Type, PyTuple.From(self.Origin, self.Arguments));
        var iterator = new PyGenericAliasIterator(new PyGenericAlias(self.Origin, self.Arguments));
        return PyTuple.From(thread.Interpreter.GetBuiltin(thread, "next"), PyTuple.From(iterator));
    }

    private static partial PyValue Dir(PyThread thread, PyGenericAlias self)
    {
        var names = Operators.ToList(thread, thread.CallMethod(self.Origin, s_dir));
        foreach (var name in s_shown)
        {
            var text = PyStr.Intern(name);
            if (!Operators.Contains(thread, names, text))
                names.Add(text);
        }

        return names;
    }

    private static void AppendList(PyThread thread, System.Text.StringBuilder text, PyList list)
    {
        text.Append('[');
        for (var i = 0; i < list.Count; i++)
            text.Append(i > 0 ? ", " : "").Append(TypeText.Of(thread, list.Items[i]));
        text.Append(']');
    }

    private PyTuple FindParameters(PyThread thread) => Parameters ??= TypeSubstitution.ParametersOf(thread, Arguments.Items);
}

/// <summary>An instance of a Python subclass of types.GenericAlias.</summary>
internal sealed class PyGenericAliasSubclass(PyType type, PyValue origin, PyValue args) : PyGenericAlias(type, origin, args)
{
    private InstanceAttributes _attributes;

    internal override ref InstanceAttributes Attributes => ref _attributes;
}

/// <summary>The iterator behind <c>*alias</c>: it gives the alias with a star, once.</summary>
internal sealed partial class PyGenericAliasIterator : PyObject
{
    public PyGenericAliasIterator(PyGenericAlias alias)
        : base(TypeObject)
    {
        Alias = alias;
    }

    [PyField]
    private partial PyGenericAlias? Alias { get; set; }

    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue NextItem(PyThread thread, PyValue self)
    {
        var iterator = (PyGenericAliasIterator)self.Ref!;
        if (iterator.Alias is not { } alias)
            return default;
        iterator.Alias = null;
        return alias.Starred();
    }

    private static partial PyValue Reduce(PyThread thread, PyGenericAliasIterator self) =>
        IteratorState.ReduceWhole(thread, self.Alias is { } alias ? alias : PyTuple.Empty);
}
