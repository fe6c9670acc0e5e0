using Keelback.Vm;

namespace Keelback.Modules.Sre;

/// <summary>Alternatives, repeats of groups, and groups that keep what they matched.</summary>
internal ref partial struct SreMatcher<T>
{
    private const int Unbounded = -1;

    // Goes back to the newest alternative that can be taken; false where there is none.
    private bool Backtrack()
    {
        while (_depth > 0)
        {
            var attempt = _stack[--_depth];
            switch (attempt.Kind)
            {
                case AttemptKind.RestoreMark:
                    _marks[attempt.Place] = attempt.Position;
                    break;
                case AttemptKind.RestoreLastIndex:
                    _lastIndex = attempt.Place;
                    break;
                case AttemptKind.Continue:
                    Resume(attempt);
                    return true;
                case AttemptKind.Branch:
                    Resume(attempt);
                    if (TryBranch(attempt.Place))
                        return true;
                    break;
                case AttemptKind.GreedyRepeat:
                    Resume(attempt);
                    if (ContinueGreedyRepeat(attempt.Place, attempt.Position, attempt.Count))
                        return true;
                    break;
                case AttemptKind.LazyRepeat:
                    Resume(attempt);
                    if (ContinueLazyRepeat(attempt.Place, attempt.Count))
                        return true;
                    break;
                case AttemptKind.LazyBody:
                    Resume(attempt);
                    if (ContinueLazyBody())
                        return true;
                    break;
                case AttemptKind.Barrier:
                    Resume(attempt);
                    if (FailBarrier(attempt))
                        return true;
                    break;
            }
        }

        return false;
    }

    private void Resume(Attempt attempt)
    {
        _place = attempt.Place;
        _position = attempt.Position;
        _repeat = attempt.Repeat;
    }

    // Enters the first alternative, of those from a place on, that can match the next character.
    private bool TryBranch(int place)
    {
        for (; _code[place] != 0; place += _code[place])
        {
            var op = (SreOp)_code[place + 1];
            if (op is SreOp.Literal or SreOp.In && (_position >= _end || !Accepts(op, place + 1, At(_position))))
                continue;
            var next = place + _code[place];
            if (_code[next] != 0)
                Push(new Attempt(AttemptKind.Branch, next, _position, 0, _repeat));
            _place = place + 1;
            return true;
        }

        return false;
    }

    // The body of a greedy repeat has matched: again, or on behind it.
    private bool EndGreedyBody()
    {
        var repeat = _repeat ?? throw Raise.RuntimeError("invalid SRE code");
        var (minimum, maximum) = (_code[repeat.Place + 1], _code[repeat.Place + 2]);
        var count = repeat.Count + 1;
        if (count < minimum)
        {
            _repeat = repeat with { Count = count };
            _place = repeat.Place + 3;
            return true;
        }

        if ((count < maximum || maximum == Unbounded) && _position != repeat.LastPosition)
        {
            Push(new Attempt(AttemptKind.Continue, _place + 1, _position, 0, repeat.Previous));
            _repeat = repeat with { Count = count, LastPosition = _position };
            _place = repeat.Place + 3;
            return true;
        }

        _repeat = repeat.Previous;
        _place++;
        return true;
    }

    // The body of a lazy repeat has matched: on behind it, or, should that fail, again.
    private bool EndLazyBody()
    {
        var repeat = _repeat ?? throw Raise.RuntimeError("invalid SRE code");
        var count = repeat.Count + 1;
        if (count < _code[repeat.Place + 1])
        {
            _repeat = repeat with { Count = count };
            _place = repeat.Place + 3;
            return true;
        }

        Push(new Attempt(AttemptKind.LazyBody, _place, _position, 0, repeat));
        _repeat = repeat.Previous;
        _place++;
        return true;
    }

    private bool ContinueLazyBody()
    {
        var repeat = _repeat!;
        var count = repeat.Count + 1;
        var maximum = _code[repeat.Place + 2];
        if ((count >= maximum && maximum != Unbounded) || _position == repeat.LastPosition)
            return false;
        _repeat = repeat with { Count = count, LastPosition = _position };
        _place = repeat.Place + 3;
        return true;
    }

    // Begins a lookaround, an atomic group or a possessive repeat: inside, backtracking stops at the barrier.
    private bool EnterBarrier(SreOp op)
    {
        var place = _place;
        if (op is SreOp.PossessiveRepeat)
        {
            RaiseBarrier(place, 0);
            _place = place + 4;
            return EnterPossessiveBody(place, 0);
        }

        if (op is SreOp.AtomicGroup)
        {
            RaiseBarrier(place, 0);
            _place = place + 2;
            return true;
        }

        var back = _code[place + 2];
        if (_position < back)
        {
            _place = place + 1 + _code[place + 1];
            return op == SreOp.AssertNot;
        }

        RaiseBarrier(place, 0);
        _position -= back;
        _place = place + 3;
        return true;
    }

    private void RaiseBarrier(int place, int count)
    {
        // Where the barrier before stood, to go back to it.
        Push(new Attempt(AttemptKind.Continue, _barrier, 0, 0, null));
        Push(new Attempt(AttemptKind.Barrier, place, _position, count, _repeat));
        _barrier = _depth;
    }

    // A possessive repeat that has matched often enough ends at once where its body cannot match another time.
    private bool EnterPossessiveBody(int place, int count)
    {
        var maximum = _code[place + 3];
        if (maximum == Unbounded || count < maximum)
            return true;
        return LeaveWith(place + 1 + _code[place + 1] + 1);
    }

    // Gives up the alternatives inside of the barrier and goes on at a place.
    private bool LeaveWith(int place)
    {
        DropBarrier();
        _place = place;
        return true;
    }

    // What is behind the barrier is done: its alternatives go, but what it changed can still be taken back.
    private void DropBarrier()
    {
        var bottom = _barrier - 2;
        var outer = _stack[bottom].Place;
        var kept = bottom;
        for (var i = _barrier; i < _depth; i++)
        {
            if (_stack[i].Kind is AttemptKind.RestoreMark or AttemptKind.RestoreLastIndex)
                _stack[kept++] = _stack[i];
        }

        _depth = kept;
        _barrier = outer;
    }

    // The inside has matched.
    private bool LeaveBarrier()
    {
        var entry = _stack[_barrier - 1];
        var place = entry.Place;
        var after = place + 1 + _code[place + 1];
        switch ((SreOp)_code[place])
        {
            case SreOp.AtomicGroup:
                _repeat = entry.Repeat;
                return LeaveWith(after);
            case SreOp.Assert:
                _repeat = entry.Repeat;
                _position = entry.Position;
                return LeaveWith(after);
            case SreOp.AssertNot:
                UndoInside();
                return false;
            default:
                return RepeatPossessively(entry, place);
        }
    }

    private bool RepeatPossessively(Attempt entry, int place)
    {
        _repeat = entry.Repeat;
        var count = entry.Count + 1;
        var hasAdvanced = _position != entry.Position;
        DropBarrier();
        if (!hasAdvanced && count >= _code[place + 2])
        {
            _place = place + 1 + _code[place + 1] + 1;
            return true;
        }

        RaiseBarrier(place, count);
        _place = place + 4;
        return EnterPossessiveBody(place, count);
    }

    // Takes back what happened inside of the barrier, and removes it.
    private void UndoInside()
    {
        while (_depth > _barrier)
        {
            var attempt = _stack[--_depth];
            if (attempt.Kind == AttemptKind.RestoreMark)
                _marks[attempt.Place] = attempt.Position;
            else if (attempt.Kind == AttemptKind.RestoreLastIndex)
                _lastIndex = attempt.Place;
        }

        var bottom = _barrier - 2;
        _barrier = _stack[bottom].Place;
        _depth = bottom;
    }

    // The inside has no way left to match.
    private bool FailBarrier(Attempt entry)
    {
        _barrier = _stack[--_depth].Place;
        var place = entry.Place;
        var after = place + 1 + _code[place + 1];
        switch ((SreOp)_code[place])
        {
            case SreOp.AssertNot:
                _place = after;
                return true;
            case SreOp.PossessiveRepeat when entry.Count >= _code[place + 2]:
                _place = after + 1;
                return true;
            default:
                return false;
        }
    }
}
