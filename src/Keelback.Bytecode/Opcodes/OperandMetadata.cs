namespace Keelback.Bytecode;

/// <summary>The table of a code object that an oparg finds its item in.</summary>
public enum OperandTable : byte
{
    /// <summary>None.</summary>
    None,

    /// <summary>co_consts.</summary>
    Const,

    /// <summary>co_names.</summary>
    Name,

    /// <summary>The frame's variables, as locals.</summary>
    Local,

    /// <summary>The frame's variables, as cells and free variables.</summary>
    Free,
}

/// <summary>Which way an oparg's distance goes.</summary>
public enum JumpDirection : byte
{
    /// <summary>It is no distance.</summary>
    None,

    /// <summary>Towards the code's end.</summary>
    Forward,

    /// <summary>Towards its beginning.</summary>
    Backward,
}
