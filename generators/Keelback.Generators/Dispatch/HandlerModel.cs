using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Opcodes;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Dispatch;

/// <summary>What an opcode's handler, the hand-written half, looks like: derived from the entry alone.</summary>
internal sealed class HandlerModel
{
    private readonly OpcodeSet _set;

    public HandlerModel(OpcodeSet set, OpcodeModel opcode)
    {
        _set = set;
        Opcode = opcode;
        Operand = set.OperandOf(opcode);
        var general = set.GeneralForm(opcode);
        Cache = opcode.Cache.Count > 0 ? opcode.Cache : general.Cache;
        Inputs = opcode.Stack.Inputs;
        NewOutputs = opcode.Stack.Outputs.Skip(opcode.Stack.KeptCount).ToList();
    }

    public OpcodeModel Opcode { get; }

    public OperandModel? Operand { get; }

    public IReadOnlyList<StackItem> Inputs { get; }

    /// <summary>The outputs that are not inputs left in place.</summary>
    public IReadOnlyList<StackItem> NewOutputs { get; }

    public IReadOnlyList<CacheFieldModel> Cache { get; }

    /// <summary>Whether the handler is handed the inline cache.</summary>
    public bool HasCache => Cache.Any(part => part.Name != "counter");

    /// <summary>Whether the eval loop has an inline cache object for the instruction.</summary>
    public bool HasCacheObject => Cache.Count > 0;

    public bool IsFamilyHead => HasCacheObject && !Opcode.IsSpecialized && _set.Family(Opcode).Any();

    /// <summary>
    /// Whether a method does the work. Moving values about, jumping by a value at hand, returning and yielding are the
    /// loop's own.
    /// </summary>
    public bool HasHandler
    {
        get
        {
            if (Opcode.IsComposite || Opcode.Yields || (Opcode.Returns && NewOutputsAreMade is false && !Opcode.Raises))
                return false;
            if (Opcode.Jump.Kind is JumpKind.IfMissing or JumpKind.IfReturned)
                return true;
            if (Opcode.Jump.Kind != JumpKind.Never || Operand?.Name == "resume")
                return false;
            return NewOutputsAreMade || Opcode.Raises || Opcode.Escapes || Opcode.Stores
                || (Opcode.HasOperand && Operand!.Table != OperandTable.None);
        }
    }

    /// <summary>Whether some output is neither an input nor the empty slot.</summary>
    private bool NewOutputsAreMade => Opcode.Returns
        ? Opcode.Raises
        : NewOutputs.Any(output => output.Name != "null" && !output.IsUnused && Inputs.All(input => input.Name != output.Name));

    /// <summary>What the handler gives back: the first new single value, or else whether all went well.</summary>
    public string ReturnType => SingleOutputs.Any() ? "PyValue" : Opcode.Raises && !Opcode.Unwinds ? "bool" : "void";

    /// <summary>The single values that the handler makes, optional ones included.</summary>
    public IEnumerable<StackItem> SingleOutputs => NewOutputs.Where(output =>
        !output.IsGroup && output.Name != "null" && !output.IsUnused && Inputs.All(input => input.Name != output.Name));

    /// <summary>The groups of values that the handler writes where they belong.</summary>
    public IEnumerable<StackItem> GroupOutputs => Opcode.Unwinds ? [] : NewOutputs.Where(output => output.IsGroup);

    /// <summary>The parameters of the handler as C# declares them.</summary>
    public string Parameters()
    {
        var parameters = new List<string> { "PyThread thread" };
        parameters.AddRange(InputParameters());
        parameters.AddRange(OperandParameters());
        parameters.AddRange(GroupOutputs.Select(group => $"Span<PyValue> {Name(group)}"));
        if (HasCache)
            parameters.Add("InlineCache cache");
        parameters.AddRange(SingleOutputs.Skip(1).Select(output => $"out PyValue {Name(output)}"));
        if (Opcode.Jump.Kind == JumpKind.IfReturned)
            parameters.Add("out bool returned");
        return string.Join(", ", parameters);
    }

    /// <summary>The parameters of a hand-written guard.</summary>
    public string GuardParameters()
    {
        var parameters = new List<string> { "PyThread thread" };
        parameters.AddRange(InputParameters());
        if (Opcode.HasOperand)
            parameters.Add("int oparg");
        if (HasCacheObject)
            parameters.Add("InlineCache cache");
        return string.Join(", ", parameters);
    }

    /// <summary>The parameters of the method that specialises a family.</summary>
    public string SpecializationParameters()
    {
        var parameters = new List<string> { "PyThread thread", "ref Instruction instruction", "InlineCache cache" };
        parameters.AddRange(InputParameters());
        if (Opcode.HasOperand && Opcode.Jump.Kind == JumpKind.Never)
            parameters.Add("int oparg");
        if (Operand?.Table == OperandTable.Name)
            parameters.Add("PyStr name");
        return string.Join(", ", parameters);
    }

    public IEnumerable<string> InputParameters() => Inputs.Where(input => !input.IsUnused)
        .Select(input => input.IsGroup ? $"Span<PyValue> {Name(input)}" : $"PyValue {Name(input)}");

    /// <summary>Whether the guard needs a hand-written test.</summary>
    public bool HasCustomGuard => Opcode.Guards.Any(NeedsCustom);

    public static bool NeedsCustom(GuardModel guard) => guard.Kind switch
    {
        GuardKind.Oparg => false,
        GuardKind.Type => false,
        GuardKind.Check => guard.Target != "type_version",
        _ => true,
    };

    public static string Name(StackItem item) => CSharpNames.Camel(item.Name);

    private IEnumerable<string> OperandParameters() => OperandKinds().Select(kind => kind.Declaration);

    /// <summary>The arguments that go for <see cref="OperandParameters"/>, for an oparg.</summary>
    public IEnumerable<string> OperandArguments(string oparg) => OperandKinds().Select(kind => kind.Argument(oparg));

    private IEnumerable<(string Declaration, System.Func<string, string> Argument)> OperandKinds()
    {
        if (Operand is not { } operand || Opcode.Jump.Kind != JumpKind.Never || operand.Jump != JumpDirection.None)
            yield break;
        switch (operand.Table)
        {
            case OperandTable.Const:
                yield return ("PyValue constant", oparg => $"ConstantAt(frame, {Index(operand, 0, oparg)})");
                yield break;
            case OperandTable.Name:
                yield return ("PyStr name", oparg => $"NameAt(frame, {Index(operand, 0, oparg)})");
                if (operand.Name == "super_attribute_name")
                    yield return ("int oparg", oparg => oparg);
                yield break;
            case OperandTable.Local or OperandTable.Free when operand.Indices.Count > 1:
                yield return ("ref PyValue firstPlace", oparg => $"ref Unsafe.Add(ref locals, {Index(operand, 0, oparg)})");
                yield return ("ref PyValue secondPlace", oparg => $"ref Unsafe.Add(ref locals, {Index(operand, 1, oparg)})");
                yield break;
            case OperandTable.Local or OperandTable.Free:
                yield return ("ref PyValue place", oparg => $"ref Unsafe.Add(ref locals, {Index(operand, 0, oparg)})");
                if (Opcode.Raises)
                    yield return ("int oparg", oparg => oparg);
                yield break;
        }

        if (operand.Name == "binary_operator")
            yield return ("BinaryOperator op", oparg => $"(BinaryOperator){oparg}");
        else if (!Inputs.Concat(NewOutputs).Any(item => item.IsGroup))
            yield return ("int oparg", oparg => oparg);
    }

    private static string Index(OperandModel operand, int number, string oparg) =>
        operand.Indices[number].ToCSharp().Replace("oparg", oparg);
}
