using System.Text;

namespace Keelback.Vm;

/// <summary>Case mapping.</summary>
public partial class PyStr
{
    private bool IsAscii => !IsWide && Ascii.IsValid(Chars);

    private static partial PyValue Upper(PyThread thread, PyStr self)
    {
        if (self.IsAscii)
            return FromUnits(string.Create(self._length, self, static (target, text) => Ascii.ToUpper(text.Chars, target, out _)));
        var result = new PyStrBuilder(self._length);
        for (var i = 0; i < self._length; i++)
            UnicodeCase.AppendUpper(result, self[i]);
        return result.ToPyStr();
    }

    private static partial PyValue Lower(PyThread thread, PyStr self)
    {
        if (self.IsAscii)
            return FromUnits(string.Create(self._length, self, static (target, text) => Ascii.ToLower(text.Chars, target, out _)));
        var result = new PyStrBuilder(self._length);
        for (var i = 0; i < self._length; i++)
            UnicodeCase.AppendLower(result, self, i);
        return result.ToPyStr();
    }

    private static partial PyValue CaseFold(PyThread thread, PyStr self)
    {
        if (self.IsAscii)
            return Lower(thread, self);
        var result = new PyStrBuilder(self._length);
        for (var i = 0; i < self._length; i++)
            UnicodeCase.AppendFolded(result, self[i]);
        return result.ToPyStr();
    }

    private static partial PyValue SwapCase(PyThread thread, PyStr self)
    {
        var result = new PyStrBuilder(self._length);
        for (var i = 0; i < self._length; i++)
        {
            var c = self[i];
            if (UnicodeClass.IsUpper(c))
                UnicodeCase.AppendLower(result, self, i);
            else if (UnicodeClass.IsLower(c))
                UnicodeCase.AppendUpper(result, c);
            else
                result.Append(c);
        }

        return result.ToPyStr();
    }

    private static partial PyValue Title(PyThread thread, PyStr self)
    {
        var result = new PyStrBuilder(self._length);
        var isWithinWord = false;
        for (var i = 0; i < self._length; i++)
        {
            if (isWithinWord)
                UnicodeCase.AppendLower(result, self, i);
            else
                UnicodeCase.AppendTitle(result, self[i]);
            isWithinWord = UnicodeClass.IsCased(self[i]);
        }

        return result.ToPyStr();
    }

    private static partial PyValue Capitalize(PyThread thread, PyStr self)
    {
        if (self._length == 0)
            return Empty;
        var result = new PyStrBuilder(self._length);
        UnicodeCase.AppendTitle(result, self[0]);
        for (var i = 1; i < self._length; i++)
            UnicodeCase.AppendLower(result, self, i);
        return result.ToPyStr();
    }
}
