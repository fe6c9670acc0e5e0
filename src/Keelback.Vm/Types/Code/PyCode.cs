using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>
/// A code object as Python sees it: the portable form and, made when first run, the executable one. Its getters stand
/// beside.
/// </summary>
public sealed partial class PyCode : PyObject
{
    private ExecutableCode? _executable;

    internal PyCode(CodeObject portable)
        : base(TypeObject)
    {
        Portable = portable;
        Name = PyStr.Intern(portable.Name);
        QualifiedName = PyStr.Intern(portable.QualifiedName);
        Constants = new PyValue[portable.Constants.Length];
        for (var i = 0; i < Constants.Length; i++)
            Constants[i] = ConstantValues.ToValue(portable.Constants[i]);
    }

    /// <summary>The portable form: what .pyc files hold.</summary>
    internal CodeObject Portable { get; private set; }

    [PyField]
    internal partial PyStr Name { get; private set; }

    [PyField]
    internal partial PyStr QualifiedName { get; private set; }

    /// <summary>The constants as values.</summary>
    [PyField]
    internal partial PyValue[] Constants { get; private set; }

    /// <summary>The docstring, or None.</summary>
    internal PyValue Doc =>
        (Portable.Flags & CodeFlags.HasDocstring) != 0 && Constants.Length > 0 ? Constants[0] : PyValue.None;

    /// <summary>The executable form.</summary>
    internal ExecutableCode Executable => _executable ??= new ExecutableCode(this);

    /// <summary>Gives this code object, and those among its constants that came from the same file, another file name.</summary>
    internal void ReplaceFileName(string fileName)
    {
        var before = Portable.FileName;
        if (before == fileName)
            return;
        Portable = Portable with { FileName = fileName };
        foreach (var constant in Constants)
        {
            if (constant.Ref is PyCode inner && inner.Portable.FileName == before)
                inner.ReplaceFileName(fileName);
        }
    }
}
