using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Keelback.Vm;

namespace Keelback.Modules.Sre;

/// <summary>
/// Runs a pattern's code over a text by backtracking. What is still to try stands on a stack of its own, so that no
/// pattern needs much of the .NET stack. Repeats of one character are in SreMatcher.Repeats.cs, the search for a place
/// to begin in SreMatcher.Search.cs.
/// </summary>
internal ref partial struct SreMatcher<T>
    where T : unmanaged
{
    private readonly PyThread _thread;
    private readonly SreProgram _program;
    private readonly int[] _code;
    private readonly ReadOnlySpan<T> _text;
    private readonly int _end;
    private readonly bool _matchesAll;
    private readonly int[] _marks;
    private Attempt[] _stack = [];
    private int _depth;

    // The depth below which a lookaround or atomic group does not go; -1 outside of any.
    private int _barrier = -1;
    private int _position;
    private int _place;
    private int _lastIndex = -1;
    private int _mustAdvanceFrom = -1;
    private RepeatState? _repeat;

    public SreMatcher(PyThread thread, SreProgram program, ReadOnlySpan<T> text, int end, bool matchesAll)
    {
        _thread = thread;
        _program = program;
        _code = program.Code;
        _text = text;
        _end = end;
        _matchesAll = matchesAll;
        _marks = new int[program.MarkCount];
        _marks.AsSpan().Fill(-1);
    }

    private enum AttemptKind
    {
        Continue,
        Branch,
        RestoreMark,
        RestoreLastIndex,
        GreedyRepeat,
        LazyRepeat,
        LazyBody,
        Barrier,
    }

    /// <summary>Where the match begins and ends.</summary>
    public int Start { get; private set; }

    /// <summary>Where the match ends.</summary>
    public readonly int End => _position;

    /// <summary>The boundaries of the groups; -1 where a group took no part.</summary>
    public readonly int[] Marks => _marks;

    /// <summary>The group that was closed last; -1 for none.</summary>
    public readonly int LastIndex => _lastIndex;

    /// <summary>Forbids an empty match at a place.</summary>
    public void MustAdvanceFrom(int position) => _mustAdvanceFrom = position;

    /// <summary>Tries to match at a place.</summary>
    public bool MatchAt(int position)
    {
        Start = position;
        _position = position;
        _place = _program.Body;
        _repeat = null;
        _depth = 0;
        _barrier = -1;
        var steps = 0;
        while (true)
        {
            var isMatching = Step(out var isDone);
            if (isDone)
            {
                _depth = 0;
                return true;
            }

            if (!isMatching && !Backtrack())
                return false;
            if ((++steps & 0xFFF) == 0 && _thread.BreakRequested && !_thread.HandleBreak())
                _thread.ThrowPending();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int At(int index)
    {
        var item = _text[index];
        if (typeof(T) == typeof(char))
            return Unsafe.As<T, char>(ref item);
        return typeof(T) == typeof(byte) ? Unsafe.As<T, byte>(ref item) : Unsafe.As<T, int>(ref item);
    }

    // Runs instructions until one fails (false), one needs a look at the clock (true), or all is done.
    private bool Step(out bool isDone)
    {
        var code = _code;
        isDone = false;
        for (var budget = 64; budget > 0; budget--)
        {
            var op = (SreOp)code[_place];
            switch (op)
            {
                case SreOp.Mark:
                    SetMark(code[_place + 1]);
                    _place += 2;
                    break;
                case SreOp.Success:
                    if (_barrier >= 0)
                    {
                        if (!LeaveBarrier())
                            return false;
                        break;
                    }

                    if ((_matchesAll && _position != _end) || _position == _mustAdvanceFrom)
                        return false;
                    isDone = true;
                    return true;
                case SreOp.Jump:
                    _place += 1 + code[_place + 1];
                    break;
                case SreOp.Branch:
                    if (!TryBranch(_place + 1))
                        return false;
                    break;
                case SreOp.RepeatOne:
                    if (!StartGreedyRepeat())
                        return false;
                    break;
                case SreOp.MinRepeatOne:
                    if (!StartLazyRepeat())
                        return false;
                    break;
                case SreOp.PossessiveRepeatOne:
                    if (!RunPossessiveRepeat())
                        return false;
                    break;
                case SreOp.Repeat:
                    _repeat = new RepeatState(_place + 1, -1, -1, _repeat);
                    _place += 1 + code[_place + 1];
                    break;
                case SreOp.MaxUntil:
                    if (!EndGreedyBody())
                        return false;
                    break;
                case SreOp.MinUntil:
                    if (!EndLazyBody())
                        return false;
                    break;
                case SreOp.Assert:
                case SreOp.AssertNot:
                case SreOp.AtomicGroup:
                case SreOp.PossessiveRepeat:
                    if (!EnterBarrier(op))
                        return false;
                    break;
                default:
                    if (!StepSimple(op))
                        return false;
                    break;
            }
        }

        return true;
    }

    // Instructions that only look at characters.
    private bool StepSimple(SreOp op)
    {
        var code = _code;
        switch (op)
        {
            case SreOp.At:
                if (!IsAt(code[_place + 1]))
                    return false;
                _place += 2;
                return true;
            case SreOp.GroupReference or SreOp.GroupReferenceIgnore or SreOp.GroupReferenceLocaleIgnore or SreOp.GroupReferenceUnicodeIgnore:
                return MatchGroup(op, code[_place + 1]);
            case SreOp.GroupReferenceExists:
                _place += IsGroupSet(code[_place + 1]) ? 3 : 1 + code[_place + 2];
                return true;
            case SreOp.Info:
                _place += 1 + code[_place + 1];
                return true;
            case SreOp.Failure:
                return false;
        }

        if (_position >= _end || !Accepts(op, _place, At(_position)))
            return false;
        _position++;
        _place += WidthOf(op, _place);
        return true;
    }

    // Whether a character is taken by the instruction for one character at a place.
    private readonly bool Accepts(SreOp op, int place, int c) => op switch
    {
        SreOp.Literal => c == _code[place + 1],
        SreOp.NotLiteral => c != _code[place + 1],
        SreOp.Any => c != '\n',
        SreOp.AnyAll => true,
        SreOp.In => _program.IsInSet(place + 2, c),
        SreOp.Category => SreCharacters.IsOfCategory(_code[place + 1], c),
        SreOp.InIgnore or SreOp.InUnicodeIgnore => _program.IsInSet(place + 2, SreCharacters.Lower(op, c)),
        SreOp.InLocaleIgnore =>
            _program.IsInSet(place + 2, SreCharacters.AsciiLower(c)) || _program.IsInSet(place + 2, SreCharacters.AsciiUpper(c)),
        SreOp.LiteralIgnore or SreOp.LiteralUnicodeIgnore => SreCharacters.Lower(op, c) == _code[place + 1],
        SreOp.NotLiteralIgnore or SreOp.NotLiteralUnicodeIgnore => SreCharacters.Lower(op, c) != _code[place + 1],
        SreOp.LiteralLocaleIgnore => IsSameInLocale(c, _code[place + 1]),
        SreOp.NotLiteralLocaleIgnore => !IsSameInLocale(c, _code[place + 1]),
        SreOp.Failure => false,
        _ => throw Raise.RuntimeError("invalid SRE code"),
    };

    private readonly int WidthOf(SreOp op, int place) => op switch
    {
        SreOp.Any or SreOp.AnyAll => 1,
        SreOp.In or SreOp.InIgnore or SreOp.InUnicodeIgnore or SreOp.InLocaleIgnore => 1 + _code[place + 1],
        _ => 2,
    };

    private static bool IsSameInLocale(int c, int wanted) =>
        c == wanted || SreCharacters.AsciiLower(c) == wanted || SreCharacters.AsciiUpper(c) == wanted;

    private readonly bool IsAt(int kind) => kind switch
    {
        0 or 2 => _position == 0,
        1 => _position == 0 || At(_position - 1) == '\n',
        3 or 8 => _end > 0 && IsWordAt(_position - 1, false) != IsWordAt(_position, false),
        4 or 9 => _end == 0 || IsWordAt(_position - 1, false) == IsWordAt(_position, false),
        5 => _position == _end || (_position == _end - 1 && At(_position) == '\n'),
        6 => _position == _end || At(_position) == '\n',
        7 => _position == _end,
        10 => _end > 0 && IsWordAt(_position - 1, true) != IsWordAt(_position, true),
        11 => _end == 0 || IsWordAt(_position - 1, true) == IsWordAt(_position, true),
        _ => false,
    };

    private readonly bool IsWordAt(int index, bool isUnicode) =>
        index >= 0 && index < _end && (isUnicode ? SreCharacters.IsUnicodeWord(At(index)) : SreCharacters.IsAsciiWord(At(index)));

    private readonly bool IsGroupSet(int group)
    {
        var (start, end) = (_marks[2 * group], _marks[(2 * group) + 1]);
        return start >= 0 && end >= start;
    }

    private bool MatchGroup(SreOp op, int group)
    {
        if (!IsGroupSet(group))
            return false;
        var (start, end) = (_marks[2 * group], _marks[(2 * group) + 1]);
        if (end - start > _end - _position)
            return false;
        for (var i = start; i < end; i++, _position++)
        {
            if (SreCharacters.Lower(op, At(i)) != SreCharacters.Lower(op, At(_position)))
                return false;
        }

        _place += 2;
        return true;
    }

    private void SetMark(int mark)
    {
        Push(new Attempt(AttemptKind.RestoreMark, mark, _marks[mark], 0, null));
        _marks[mark] = _position;
        if ((mark & 1) == 0)
            return;
        Push(new Attempt(AttemptKind.RestoreLastIndex, _lastIndex, 0, 0, null));
        _lastIndex = (mark / 2) + 1;
    }

    private void Push(Attempt attempt)
    {
        if (_depth == _stack.Length)
        {
            if (_depth > 1 << 26)
                throw Raise.MemoryError();
            Array.Resize(ref _stack, Math.Max(16, _stack.Length * 2));
        }

        _stack[_depth++] = attempt;
    }

    /// <summary>What to do when the present way fails: an alternative to try, or a change to take back.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Attempt(AttemptKind Kind, int Place, int Position, int Count, RepeatState? Repeat);

    /// <summary>A repeat under way: how often its body has matched, and where the last one began.</summary>
    private sealed record RepeatState(int Place, int Count, int LastPosition, RepeatState? Previous);
}
