using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Compiler.Flow;

/// <content>The frame's variables get their final numbers, and the code that sets up cells and generators its place.</content>
internal sealed partial class FlowGraph
{
    private const CodeFlags AnyGenerator = CodeFlags.Generator | CodeFlags.Coroutine | CodeFlags.AsyncGenerator;

    private void LayOutLocals(CodeFlags flags)
    {
        var indices = FrameLayout.DerefIndices(_unit);
        InsertPrologue(flags, indices);
        for (var block = Entry; block is not null; block = block.Next)
        {
            foreach (ref var instruction in block.Instructions)
            {
                if (instruction.Opcode is Opcode.MakeCell or Opcode.LoadClosure or Opcode.LoadDeref
                    or Opcode.StoreDeref or Opcode.DeleteDeref or Opcode.LoadFromDictOrDeref)
                {
                    instruction.Oparg = indices[instruction.Oparg];
                }
            }
        }
    }

    private void InsertPrologue(CodeFlags flags, int[] indices)
    {
        if ((flags & AnyGenerator) != 0)
        {
            var line = _unit.FirstLineNumber;
            var span = new SourceSpan(line, -1, line, -1);
            Entry.Insert(0, Opcode.ReturnGenerator, 0, span);
            Entry.Insert(1, Opcode.PopTop, 0, span);
        }

        var cells = Enumerable.Range(0, _unit.CellVars.Count).OrderBy(cell => indices[cell]);
        var position = 0;
        foreach (var cell in cells)
            Entry.Insert(position++, Opcode.MakeCell, cell, SourceSpan.None);
        if (_unit.FreeVars.Count > 0)
            Entry.Insert(0, Opcode.CopyFreeVars, _unit.FreeVars.Count, SourceSpan.None);
    }

    /// <summary>Drops constants that no instruction loads any more; the first stays, as it may be the docstring.</summary>
    private void RemoveUnusedConstants()
    {
        var isUsed = new bool[_unit.Constants.Count];
        if (isUsed.Length == 0)
            return;
        isUsed[0] = true;
        for (var block = Entry; block is not null; block = block.Next)
        {
            foreach (ref var instruction in block.Instructions)
            {
                if (instruction.Opcode == Opcode.LoadConst)
                    isUsed[instruction.Oparg] = true;
            }
        }

        var newIndices = new int[isUsed.Length];
        for (var i = 0; i < isUsed.Length; i++)
        {
            if (!isUsed[i])
                continue;
            newIndices[i] = _usedConstants.Count;
            _usedConstants.Add(_unit.Constants[i]);
        }

        for (var block = Entry; block is not null; block = block.Next)
        {
            foreach (ref var instruction in block.Instructions)
            {
                if (instruction.Opcode == Opcode.LoadConst)
                    instruction.Oparg = newIndices[instruction.Oparg];
            }
        }
    }
}
