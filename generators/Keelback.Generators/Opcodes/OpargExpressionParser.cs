using System;
using System.Collections.Generic;
using System.Globalization;

namespace Keelback.Generators.Opcodes;

/// <summary>Parses an <see cref="OpargExpression"/>; operators bind as in Python.</summary>
internal sealed class OpargExpressionParser
{
    private const int MaxDepth = 50;

    private static readonly string[][] s_levels = [["==", "!="], ["|"], ["&"], ["<<", ">>"], ["+", "-"], ["*"]];

    private readonly List<string> _tokens;
    private int _next;
    private int _depth;

    private OpargExpressionParser(List<string> tokens) => _tokens = tokens;

    /// <summary>The expression, or null where the text is none.</summary>
    public static OpargExpression? Parse(string text)
    {
        if (Split(text) is not { } tokens)
            return null;
        var parser = new OpargExpressionParser(tokens);
        var expression = parser.Level(0);
        return parser._next == tokens.Count ? expression : null;
    }

    private OpargExpression? Level(int level)
    {
        if (level == s_levels.Length)
            return Atom();
        var left = Level(level + 1);
        while (left is not null && _next < _tokens.Count && Array.IndexOf(s_levels[level], _tokens[_next]) >= 0)
        {
            var op = _tokens[_next++];
            left = Level(level + 1) is { } right ? new OpargExpression.Binary(op, left, right) : null;
        }

        return left;
    }

    private OpargExpression? Atom()
    {
        if (_next == _tokens.Count)
            return null;
        var token = _tokens[_next++];
        if (token == "oparg")
            return new OpargExpression.Oparg();
        if (token == "(")
        {
            if (++_depth > MaxDepth)
                return null;
            var inner = Level(0);
            _depth--;
            return _next < _tokens.Count && _tokens[_next++] == ")" ? inner : null;
        }

        if (char.IsDigit(token[0]))
            return Number(token);
        return char.IsLetter(token[0]) || token[0] == '_' ? new OpargExpression.Symbol(token) : null;
    }

    private static OpargExpression? Number(string token)
    {
        var isHex = token.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return int.TryParse(isHex ? token.Substring(2) : token, style, CultureInfo.InvariantCulture, out var value)
            ? new OpargExpression.Number(value)
            : null;
    }

    private static List<string>? Split(string text)
    {
        var tokens = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == ' ')
            {
                i++;
                continue;
            }

            var start = i;
            if (char.IsLetterOrDigit(text[i]) || text[i] == '_')
            {
                while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_'))
                    i++;
            }
            else if (i + 1 < text.Length && text.Substring(i, 2) is "==" or "!=" or "<<" or ">>")
            {
                i += 2;
            }
            else if ("+-*&|()".IndexOf(text[i]) >= 0)
            {
                i++;
            }
            else
            {
                return null;
            }

            tokens.Add(text.Substring(start, i - start));
        }

        return tokens;
    }
}
