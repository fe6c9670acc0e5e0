using System.Diagnostics;

namespace Keelback.Compiler.Flow;

/// <summary>
/// The stack of a block as the search for borrowable loads sees it: for each value, which instruction pushed it and
/// which local it is, and for each instruction, whether one of its values was found to need a reference of its own.
/// </summary>
internal sealed class LocalReferences
{
    private const int Unknown = -1;

    private readonly List<(int Instruction, int Local)> _stack = [];
    private bool[] _mustOwn = [];

    /// <summary>Begins a block: nothing is known of the values that are on the stack already.</summary>
    public void Enter(BasicBlock block)
    {
        if (_mustOwn.Length < block.Count)
            _mustOwn = new bool[block.Count];
        else
            Array.Clear(_mustOwn, 0, block.Count);
        _stack.Clear();
        PushResults(Unknown, block.StartDepth);
    }

    /// <summary>Whether an instruction's values were all consumed while their locals were still bound.</summary>
    public bool MayBorrow(int instruction) => !_mustOwn[instruction];

    /// <summary>Pushes a local.</summary>
    public void Push(int instruction, int local) => _stack.Add((instruction, local));

    /// <summary>Pushes values that are no locals.</summary>
    public void PushResults(int instruction, int count)
    {
        for (var i = 0; i < count; i++)
            _stack.Add((instruction, Unknown));
    }

    /// <summary>Pops values.</summary>
    public void Pop(int count)
    {
        Require(count);
        _stack.RemoveRange(_stack.Count - count, count);
    }

    /// <summary>Pushes the value at a depth, counted from 1, once more.</summary>
    public void Copy(int depth)
    {
        Require(depth);
        _stack.Add(_stack[^depth]);
    }

    /// <summary>Exchanges the top with the value at a depth, counted from 1.</summary>
    public void Swap(int depth)
    {
        Require(depth);
        (_stack[^depth], _stack[^1]) = (_stack[^1], _stack[^depth]);
    }

    /// <summary>Removes the value below the top.</summary>
    public void DropBelowTop()
    {
        Require(2);
        _stack.RemoveAt(_stack.Count - 2);
    }

    /// <summary>Puts a result in place of the top and of some values below it; the top may come back above it.</summary>
    public void PushBelowTop(int instruction, int drop, bool keepTop)
    {
        Require(1);
        var top = _stack[^1];
        Pop(1 + drop);
        PushResults(instruction, 1);
        if (keepTop)
            _stack.Add(top);
    }

    /// <summary>Unbinds a local, whose values on the stack must not be borrowed then.</summary>
    public void Kill(int local)
    {
        foreach (var value in _stack)
        {
            if (value.Local == local)
                _mustOwn[value.Instruction] = true;
        }
    }

    /// <summary>Pops a value and binds a local to it.</summary>
    public void Store(int local)
    {
        Require(1);
        var value = _stack[^1];
        Pop(1);
        Kill(local);
        if (value.Instruction != Unknown)
            _mustOwn[value.Instruction] = true;
    }

    /// <summary>Ends a block: what is still on the stack outlives what is known here.</summary>
    public void MarkUnconsumed()
    {
        foreach (var value in _stack)
        {
            if (value.Instruction != Unknown)
                _mustOwn[value.Instruction] = true;
        }
    }

    private void Require(int depth)
    {
        if (_stack.Count < depth)
            throw new UnreachableException("The stack underflows.");
    }
}
