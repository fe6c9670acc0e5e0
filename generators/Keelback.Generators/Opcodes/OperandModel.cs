using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Opcodes;

/// <summary>The table of a code object that an oparg finds its item in.</summary>
internal enum OperandTable
{
    None,
    Const,
    Name,
    Local,
    Free,
}

/// <summary>Which way an oparg's distance goes.</summary>
internal enum JumpDirection
{
    None,
    Forward,
    Backward,
}

/// <summary>
/// One number of a closed list: the name in the spec, as CPython writes it, what the disassembler shows, and C#'s name.
/// </summary>
internal sealed record OperandMember(string Name, string Text, string CSharpName, int Value, string Doc);

/// <summary>A kind of oparg, as operands.yaml declares it.</summary>
internal sealed record OperandModel(
    string Name,
    string CSharpName,
    string Doc,
    OperandTable Table,
    EquatableArray<OpargExpression> Indices,
    JumpDirection Jump,
    bool IsFlags,
    OpargExpression? Part,
    string OperatorsOf,
    string Prefix,
    EquatableArray<OperandMember> Members)
{
    /// <summary>The member that a guard names: <c>add</c> is NB_ADD.</summary>
    public OperandMember? Find(string name) => Members.FirstOrDefault(member =>
        member.Name == name
        || string.Equals(member.Name, Prefix + name, System.StringComparison.OrdinalIgnoreCase));
}
