using System.Runtime.InteropServices;

namespace Keelback.Modules.Sre;

/// <summary>Repeats of what matches exactly one character.</summary>
internal ref partial struct SreMatcher<T>
{
    // How many characters from a place of the text on the instruction at a place of the code takes, up to a number.
    private readonly int Count(int place, int position, int maximum)
    {
        var available = _end - position;
        if (maximum != Unbounded && maximum < available)
            available = maximum;
        if (available <= 0)
            return 0;
        var op = (SreOp)_code[place];
        if (op == SreOp.AnyAll)
            return available;
        if (typeof(T) == typeof(char) && op is SreOp.Any or SreOp.NotLiteral or SreOp.Literal)
        {
            var rest = MemoryMarshal.Cast<T, char>(_text.Slice(position, available));
            var wanted = op == SreOp.Any ? '\n' : _code[place + 1];
            if (wanted <= char.MaxValue)
            {
                var end = op == SreOp.Literal ? rest.IndexOfAnyExcept((char)wanted) : rest.IndexOf((char)wanted);
                return end < 0 ? available : end;
            }
        }

        var i = 0;
        if (op == SreOp.In)
        {
            var bits = _program.SmallBits(place + 2);
            for (; i < available; i++)
            {
                var c = At(position + i);
                if (c < 256 ? (bits[c >> 6] >> (c & 63) & 1) == 0 : !_program.IsInSet(place + 2, c))
                    break;
            }

            return i;
        }

        while (i < available && Accepts(op, place, At(position + i)))
            i++;
        return i;
    }

    private bool StartGreedyRepeat()
    {
        var place = _place;
        var start = _position;
        var count = Count(place + 4, start, _code[place + 3]);
        return count >= _code[place + 2] && ContinueGreedyRepeat(place, start, count);
    }

    // Takes so many characters, or fewer where what follows could not match.
    private bool ContinueGreedyRepeat(int place, int start, int count)
    {
        var minimum = _code[place + 2];
        var tail = place + 1 + _code[place + 1];
        if (_code[tail] == (int)SreOp.Literal)
        {
            var wanted = _code[tail + 1];
            while (count >= minimum && (start + count >= _end || At(start + count) != wanted))
                count--;
            if (count < minimum)
                return false;
        }

        if (count > minimum && !IsFinal(tail, start + count))
            Push(new Attempt(AttemptKind.GreedyRepeat, place, start, count - 1, _repeat));
        _position = start + count;
        _place = tail;
        return true;
    }

    // Whether what follows is the end, and succeeds: then no alternative will be asked for.
    private readonly bool IsFinal(int tail, int position) =>
        _code[tail] == (int)SreOp.Success && _barrier < 0 && !(_matchesAll && position != _end) && position != _mustAdvanceFrom;

    private bool StartLazyRepeat()
    {
        var place = _place;
        var minimum = _code[place + 2];
        if (minimum > 0)
        {
            if (Count(place + 4, _position, minimum) < minimum)
                return false;
            _position += minimum;
        }

        return EnterLazyTail(place, minimum);
    }

    private bool ContinueLazyRepeat(int place, int count)
    {
        if (Count(place + 4, _position, 1) == 0)
            return false;
        _position++;
        return EnterLazyTail(place, count + 1);
    }

    private bool EnterLazyTail(int place, int count)
    {
        var maximum = _code[place + 3];
        var tail = place + 1 + _code[place + 1];
        if (_code[tail] == (int)SreOp.Literal)
        {
            // Only where the next literal stands can what follows match.
            var wanted = _code[tail + 1];
            while (_position >= _end || At(_position) != wanted)
            {
                if ((maximum != Unbounded && count >= maximum) || Count(place + 4, _position, 1) == 0)
                    return false;
                _position++;
                count++;
            }
        }

        if (maximum == Unbounded || count < maximum)
            Push(new Attempt(AttemptKind.LazyRepeat, place, _position, count, _repeat));
        _place = tail;
        return true;
    }

    private bool RunPossessiveRepeat()
    {
        var count = Count(_place + 4, _position, _code[_place + 3]);
        if (count < _code[_place + 2])
            return false;
        _position += count;
        _place += 1 + _code[_place + 1];
        return true;
    }
}
