using Keelback.Text;

namespace Keelback.Vm;

/// <summary>What a str's characters are.</summary>
public unsafe partial class PyStr
{
    private static partial bool IsAsciiText(PyThread thread, PyStr self) => self.IsAscii;

    private static partial bool IsLower(PyThread thread, PyStr self)
    {
        var hasCase = false;
        for (var i = 0; i < self._length; i++)
        {
            var c = self[i];
            if (UnicodeClass.IsUpper(c) || UnicodeClass.IsTitle(c))
                return false;
            hasCase = hasCase || UnicodeClass.IsLower(c);
        }

        return hasCase;
    }

    private static partial bool IsUpper(PyThread thread, PyStr self)
    {
        var hasCase = false;
        for (var i = 0; i < self._length; i++)
        {
            var c = self[i];
            if (UnicodeClass.IsLower(c) || UnicodeClass.IsTitle(c))
                return false;
            hasCase = hasCase || UnicodeClass.IsUpper(c);
        }

        return hasCase;
    }

    private static partial bool IsTitle(PyThread thread, PyStr self)
    {
        var hasCase = false;
        var isWithinWord = false;
        for (var i = 0; i < self._length; i++)
        {
            var c = self[i];
            if (UnicodeClass.IsUpper(c) || UnicodeClass.IsTitle(c))
            {
                if (isWithinWord)
                    return false;
                isWithinWord = hasCase = true;
            }
            else if (UnicodeClass.IsLower(c))
            {
                if (!isWithinWord)
                    return false;
                hasCase = true;
            }
            else
            {
                isWithinWord = false;
            }
        }

        return hasCase;
    }

    private static partial bool IsSpace(PyThread thread, PyStr self) => self.IsEach(&UnicodeClass.IsSpace);

    private static partial bool IsDecimal(PyThread thread, PyStr self) => self.IsEach(&UnicodeClass.IsDecimal);

    private static partial bool IsDigit(PyThread thread, PyStr self) => self.IsEach(&UnicodeClass.IsDigit);

    private static partial bool IsNumeric(PyThread thread, PyStr self) => self.IsEach(&UnicodeClass.IsNumeric);

    private static partial bool IsAlpha(PyThread thread, PyStr self) => self.IsEach(&UnicodeClass.IsAlpha);

    private static partial bool IsAlnum(PyThread thread, PyStr self) => self.IsEach(&IsLetterOrNumber);

    private static partial bool IsIdentifier(PyThread thread, PyStr self) => (self.IsWide || !HasSurrogate(self.Chars)) && Identifiers.IsIdentifier(self.Value);

    private static partial bool IsPrintable(PyThread thread, PyStr self) =>
        self._length == 0 || self.IsEach(&ConstantRepr.IsPrintable);

    private static bool IsLetterOrNumber(int c) => UnicodeClass.IsAlpha(c) || UnicodeClass.IsNumeric(c);

    private bool IsEach(delegate*<int, bool> predicate)
    {
        for (var i = 0; i < _length; i++)
        {
            if (!predicate(this[i]))
                return false;
        }

        return _length > 0;
    }
}
