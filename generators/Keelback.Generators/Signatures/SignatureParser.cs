using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Signatures;

/// <summary>
/// Reads the text of a Python signature, as both [PyFunction] attributes and spec/types write it. It stops at the first
/// mistake and tells its exact place in the text.
/// </summary>
internal sealed class SignatureParser
{
    private readonly string _text;
    private readonly List<SignatureParameter> _parameters = [];
    private int _position;
    private string _receiver = "";
    private bool _keywordOnly;
    private bool _slashSeen;
    private bool _defaultSeen;
    private int _bareStar = -1;
    private SignatureError? _error;

    private SignatureParser(string text)
    {
        _text = text;
    }

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    public static SignatureResult Parse(string text)
    {
        var parser = new SignatureParser(text);
        var model = parser.ParseSignature();
        return parser._error is null ? new(model, null) : new(null, parser._error);
    }

    private SignatureModel? ParseSignature()
    {
        SkipSpace();
        var name = IsNameStart(Current) ? Name() : "";
        SkipSpace();
        if (!Expect('(', "'(' before the parameters") || !ParseParameters())
            return null;

        SkipSpace();
        var result = "";
        var resultOffset = _position;
        if (Current == '-')
        {
            if (_position + 1 >= _text.Length || _text[_position + 1] != '>')
                return Fail("'->' before the result's kind");
            _position += 2;
            SkipSpace();
            resultOffset = _position;
            result = Annotation();
            if (result.Length == 0)
                return Fail("the result's kind after '->'");
            SkipSpace();
        }

        if (_position < _text.Length)
            return Fail("the end of the signature");
        return new(name, _receiver, _parameters.ToEquatableArray(), result, resultOffset);
    }

    private bool ParseParameters()
    {
        SkipSpace();
        while (Current != ')')
        {
            if (!ParseParameter())
                return false;
            SkipSpace();
            if (Current == ',')
            {
                _position++;
                SkipSpace();
            }
            else if (Current != ')')
            {
                Fail("',' or ')' after a parameter");
                return false;
            }
        }

        _position++;
        if (_bareStar < 0 || _parameters.Any(parameter => parameter.Kind == ParameterKind.KeywordOnly))
            return true;
        Fail(SpecDiagnosticCatalogue.BadSignature, _bareStar, 1, "a keyword-only parameter after '*'");
        return false;
    }

    private bool ParseParameter()
    {
        var start = _position;
        switch (Current)
        {
            case '$':
                return ParseReceiver(start);
            case '/':
                _position++;
                return ParseSlash(start);
            case '*' when _position + 1 < _text.Length && _text[_position + 1] == '*':
                _position += 2;
                return ParseNamed(start, ParameterKind.VarKeyword);
            case '*':
                _position++;
                if (_keywordOnly)
                    return FailOrder(start, 1, "there is one '*' already");
                _keywordOnly = true;
                if (IsNameStart(Current))
                    return ParseNamed(start, ParameterKind.VarPositional);
                _bareStar = start;
                return true;
            default:
                return ParseNamed(start, _keywordOnly ? ParameterKind.KeywordOnly : ParameterKind.PositionalOrKeyword);
        }
    }

    private bool ParseReceiver(int start)
    {
        _position++;
        if (_parameters.Count > 0 || _receiver.Length > 0 || _keywordOnly)
            return FailOrder(start, 1, "'$' marks the first parameter only");
        if (!IsNameStart(Current))
            return Fail("a name after '$'") is not null;
        _receiver = Name();
        return true;
    }

    private bool ParseSlash(int start)
    {
        if (_slashSeen || _keywordOnly)
            return FailOrder(start, 1, _slashSeen ? "there is one '/' already" : "'/' stands before '*'");
        _slashSeen = true;
        for (var i = 0; i < _parameters.Count; i++)
            _parameters[i] = _parameters[i] with { Kind = ParameterKind.PositionalOnly };
        return true;
    }

    private bool ParseNamed(int start, ParameterKind kind)
    {
        if (_parameters.Count > 0 && _parameters[_parameters.Count - 1].Kind == ParameterKind.VarKeyword)
            return FailOrder(start, 1, "nothing follows '**'");
        if (!IsNameStart(Current))
            return Fail("a parameter's name") is not null;
        var nameStart = _position;
        var name = Name();
        if (_parameters.Any(parameter => parameter.Name == name))
            return FailOrder(nameStart, name.Length, $"the name '{name}' is used twice");

        SkipSpace();
        var annotation = "";
        var annotationOffset = _position;
        if (Current == ':')
        {
            _position++;
            SkipSpace();
            annotationOffset = _position;
            annotation = Annotation();
            if (annotation.Length == 0)
                return Fail("the parameter's kind after ':'") is not null;
            SkipSpace();
        }

        string? @default = null;
        var defaultOffset = _position;
        if (Current == '=' && kind is not (ParameterKind.VarPositional or ParameterKind.VarKeyword))
        {
            _position++;
            SkipSpace();
            defaultOffset = _position;
            @default = DefaultText();
            if (@default is null)
                return false;
        }

        if (kind == ParameterKind.PositionalOrKeyword)
        {
            if (@default is null && _defaultSeen)
                return FailOrder(nameStart, name.Length, $"'{name}' has no default but follows a parameter that has one");
            _defaultSeen |= @default is not null;
        }

        _parameters.Add(new(name, kind, annotation, @default, nameStart, annotationOffset, defaultOffset));
        return true;
    }

    // The default runs to the next comma or bracket outside quotes and inner brackets.
    private string? DefaultText()
    {
        var start = _position;
        var depth = 0;
        for (; _position < _text.Length; _position++)
        {
            var c = Current;
            if (c is '\'' or '"')
            {
                var quote = _position++;
                while (_position < _text.Length && Current != c)
                    _position += Current == '\\' ? 2 : 1;
                if (_position >= _text.Length)
                {
                    Fail(SpecDiagnosticCatalogue.BadSignature, quote, 1, "the closing quote of a default");
                    return null;
                }
            }
            else if (c is '(' or '[' or '{' or '<')
            {
                depth++;
            }
            else if (depth == 0 && c is ',' or ')' && depth == 0)
            {
                break;
            }
            else if (c is ')' or ']' or '}' or '>')
            {
                depth--;
            }
        }

        var text = _text.Substring(start, _position - start).TrimEnd();
        if (text.Length > 0)
            return text;
        Fail("a default after '='");
        return null;
    }

    private string Annotation()
    {
        var start = _position;
        while (IsNameStart(Current) || char.IsDigit(Current) || Current == '.')
            _position++;
        if (_position > start && Current == '?')
            _position++;
        return _text.Substring(start, _position - start);
    }

    private string Name()
    {
        var start = _position;
        while (IsNameStart(Current) || char.IsDigit(Current))
            _position++;
        return _text.Substring(start, _position - start);
    }

    private static bool IsNameStart(char c) => c == '_' || char.IsLetter(c);

    private void SkipSpace()
    {
        while (Current == ' ')
            _position++;
    }

    private bool Expect(char c, string what)
    {
        if (Current != c)
            return Fail(what) is not null;
        _position++;
        return true;
    }

    private SignatureModel? Fail(string expected)
    {
        Fail(SpecDiagnosticCatalogue.BadSignature, _position, _position < _text.Length ? 1 : 0, expected);
        return null;
    }

    private bool FailOrder(int offset, int length, string why)
    {
        Fail(SpecDiagnosticCatalogue.BadParameterOrder, offset, length, why);
        return false;
    }

    private void Fail(string id, int offset, int length, string argument) =>
        _error ??= new(id, offset, length, new[] { argument }.ToEquatableArray());
}
