using System.Runtime.InteropServices;

namespace Keelback.Modules.Sre;

/// <summary>The search for the first place where a pattern matches.</summary>
internal ref partial struct SreMatcher<T>
{
    /// <summary>Finds the first match from a place on.</summary>
    public bool Search(int position)
    {
        var last = _end - _program.MinimumWidth;
        if (_program.Prefix.Length > 0)
            return SearchPrefix(position, last);
        for (; position <= last; position++)
        {
            if (_program.StartSet > 0)
            {
                while (position <= last && (position >= _end || !_program.IsInSet(_program.StartSet, At(position))))
                    position++;
                if (position > last)
                    return false;
            }

            if (MatchAt(position))
                return true;
            _mustAdvanceFrom = -1;
        }

        return false;
    }

    private bool SearchPrefix(int position, int last)
    {
        var first = _program.Prefix[0];
        while (position <= last)
        {
            var found = IndexOf(first, position);
            if (found < 0 || found > last)
                return false;
            position = found;
            if (HasPrefixAt(position) && MatchAt(position))
                return true;
            _mustAdvanceFrom = -1;
            position++;
        }

        return false;
    }

    private readonly bool HasPrefixAt(int position)
    {
        var prefix = _program.Prefix;
        if (prefix.Length > _end - position)
            return false;
        for (var i = 1; i < prefix.Length; i++)
        {
            if (At(position + i) != prefix[i])
                return false;
        }

        return true;
    }

    private readonly int IndexOf(int wanted, int position)
    {
        var rest = _text[position.._end];
        int index;
        if (typeof(T) == typeof(char))
            index = wanted > char.MaxValue ? -1 : MemoryMarshal.Cast<T, char>(rest).IndexOf((char)wanted);
        else if (typeof(T) == typeof(byte))
            index = wanted > byte.MaxValue ? -1 : MemoryMarshal.Cast<T, byte>(rest).IndexOf((byte)wanted);
        else
            index = MemoryMarshal.Cast<T, int>(rest).IndexOf(wanted);
        return index < 0 ? -1 : position + index;
    }
}
