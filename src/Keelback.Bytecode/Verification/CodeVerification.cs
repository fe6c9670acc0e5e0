using System.Collections.Immutable;

namespace Keelback.Bytecode;

/// <summary>The verification of one code object's instructions: each by itself, then along every path.</summary>
internal sealed class CodeVerification
{
    private const int Unreached = -1;

    private readonly CodeObject _code;
    private readonly ImmutableArray<VerificationError>.Builder _errors;
    private readonly Dictionary<int, Instruction> _byStart = [];
    private readonly Dictionary<int, int> _depths = [];
    private readonly Stack<int> _pending = [];
    private ImmutableArray<ExceptionEntry> _handlers = [];

    public CodeVerification(CodeObject code, ImmutableArray<VerificationError>.Builder errors) => (_code, _errors) = (code, errors);

    public void Run()
    {
        var before = _errors.Count;
        foreach (var instruction in InstructionReader.ReadAll(_code.Code))
            CheckInstruction(instruction);
        if (_errors.Count > before)
            return;
        foreach (var instruction in _byStart.Values)
        {
            if (OperandRules.Problem(_code, instruction) is { } problem)
                Report(instruction, VerificationRule.Operand, problem);
            if (IsBranch(instruction) && !_byStart.ContainsKey(instruction.JumpTarget!.Value))
                Report(instruction, VerificationRule.JumpTarget, $"{instruction.Name} jumps to offset {instruction.JumpTarget}, where no instruction begins");
        }

        ReadHandlers();
        if (_errors.Count == before)
            FollowPaths();
    }

    private static bool IsBranch(Instruction instruction) =>
        instruction.Info is { Jump: not JumpCondition.Never } && instruction.JumpTarget is not null;

    private void CheckInstruction(Instruction instruction)
    {
        var info = instruction.Info;
        string? problem = null;
        if (info is null)
            problem = $"no instruction has the number {(int)instruction.Opcode}";
        else if (info.Specializes is not null || info.Flags.HasFlag(OpcodeFlags.Instrumented))
            problem = $"{info.Name} is a form that only running code has";
        else if (instruction.Opcode is Opcode.Cache or Opcode.Reserved or Opcode.EnterExecutor or Opcode.InterpreterExit)
            problem = $"{info.Name} is never executed from code";
        else if (instruction.EndOffset > _code.Code.Length)
            problem = $"the inline cache of {info.Name} is cut off";
        else if (instruction.Opcode == Opcode.ExtendedArg && instruction.Offset + 2 >= _code.Code.Length)
            problem = "EXTENDED_ARG is the last instruction";
        else if (instruction.Oparg < 0)
            problem = $"the oparg of {info.Name} is too large";
        if (problem is not null)
            Report(instruction, VerificationRule.Instruction, problem);
        else if (instruction.Opcode != Opcode.ExtendedArg)
            _byStart[instruction.StartOffset] = instruction;
    }

    private void ReadHandlers()
    {
        try
        {
            _handlers = ExceptionTable.Read(_code);
        }
        catch (BytecodeFormatException exception)
        {
            _errors.Add(new(_code.QualifiedName, -1, VerificationRule.ExceptionTable, exception.Message));
            return;
        }

        var last = 0;
        foreach (var entry in _handlers)
        {
            if (entry.Start < last || entry.End <= entry.Start || entry.End > _code.Code.Length)
                Bad(entry, $"the range {entry.Start} to {entry.End} is empty, out of order or outside the code");
            else if (!_byStart.ContainsKey(entry.Target))
                Bad(entry, $"the handler's offset {entry.Target} is where no instruction begins");
            last = entry.End;
        }

        void Bad(ExceptionEntry entry, string message) =>
            _errors.Add(new(_code.QualifiedName, entry.Start, VerificationRule.ExceptionTable, message));
    }

    private void FollowPaths()
    {
        Reach(0, 0, from: 0);
        while (_pending.TryPop(out var start))
            Follow(_byStart[start], _depths[start]);
    }

    private void Follow(Instruction instruction, int depth)
    {
        foreach (var entry in _handlers)
        {
            if (entry.Start <= instruction.Offset && instruction.Offset < entry.End)
                ReachHandler(instruction, entry, depth);
        }

        var popped = OpcodeMetadata.Popped(instruction.Opcode, instruction.Oparg);
        if (popped > depth)
        {
            Report(instruction, VerificationRule.StackUnderflow, $"{instruction.Name} takes {popped} values of {depth}");
            return;
        }

        var after = (long)depth - popped + OpcodeMetadata.Pushed(instruction.Opcode, instruction.Oparg);
        if (after > _code.StackSize)
        {
            Report(instruction, VerificationRule.StackOverflow, $"{instruction.Name} leaves {after} values where co_stacksize is {_code.StackSize}");
            return;
        }

        if (IsBranch(instruction))
            Reach(instruction.JumpTarget!.Value, (int)after, instruction.Offset);
        if (!instruction.Info!.EndsFlow)
            Reach(instruction.EndOffset, (int)after, instruction.Offset);
    }

    private void ReachHandler(Instruction instruction, ExceptionEntry entry, int depth)
    {
        var inHandler = entry.Depth + 1 + (entry.PushesLastInstruction ? 1 : 0);
        if (entry.Depth > depth)
            Report(instruction, VerificationRule.ExceptionTable, $"the handler keeps {entry.Depth} values where the stack has {depth}");
        else if (inHandler > _code.StackSize)
            Report(instruction, VerificationRule.StackOverflow, $"the handler begins with {inHandler} values where co_stacksize is {_code.StackSize}");
        else
            Reach(entry.Target, inHandler, instruction.Offset);
    }

    private void Reach(int start, int depth, int from)
    {
        if (!_byStart.TryGetValue(start, out var instruction))
        {
            var where = start >= _code.Code.Length ? "behind the last instruction" : $"to offset {start}, where no instruction begins";
            _errors.Add(new(_code.QualifiedName, from, VerificationRule.End, $"the code goes on {where}"));
            return;
        }

        var known = _depths.GetValueOrDefault(start, Unreached);
        if (known == Unreached)
        {
            _depths.Add(start, depth);
            _pending.Push(start);
        }
        else if (known != depth)
        {
            Report(instruction, VerificationRule.StackDepth, $"the stack has {known} values on one way here and {depth} on that from offset {from}");
        }
    }

    private void Report(Instruction instruction, VerificationRule rule, string message)
    {
        var error = new VerificationError(_code.QualifiedName, instruction.Offset, rule, message);
        if (!_errors.Contains(error))
            _errors.Add(error);
    }
}
