using System.Text;
using Keelback.Lexer;
using Keelback.Text;
using Keelback.Vm;

namespace Keelback.Modules.Tokens;

/// <summary>The _tokenize module: the lexer for the tokenize module.</summary>
[PyModule("_tokenize")]
internal static partial class TokenizeModule
{
    private static void Initialize(PyThread thread, PyModule module) => module.Add("TokenizerIter", PyTokenizer.TypeObject);
}

/// <summary>Gives the tokens of a source that a function reads line by line.</summary>
[PyType("_tokenize.TokenizerIter")]
internal sealed partial class PyTokenizer : ExtensibleObject
{
    private readonly bool _givesTrivia;
    private readonly string? _encoding;
    private Lexer.Lexer? _lexer;
    private bool _isDone;

    private PyTokenizer(PyType type, PyValue readLine, string? encoding, bool givesTrivia)
        : base(type)
    {
        ReadLine = readLine;
        _encoding = encoding;
        _givesTrivia = givesTrivia;
    }

    [PyField]
    private partial PyValue ReadLine { get; set; }

    [PyNew("TokenizerIter(readline, /, *, encoding=None, extra_tokens=False)")]
    private static PyValue New(PyThread thread, PyType cls, PyValue readline, string? encoding, bool extraTokens) =>
        new PyTokenizer(cls, readline, encoding, extraTokens);

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyValue self) => self;

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyTokenizer self)
    {
        if (self._isDone)
            return default;
        var lexer = self._lexer ??= self.Start(thread);
        while (true)
        {
            var token = lexer.Next();
            if (token.Kind == TokenKind.ErrorToken)
                throw SyntaxDiagnostics.ToException(thread, lexer.Error!, lexer.Source);
            self._isDone = token.Kind == TokenKind.EndMarker;
            if (token.Kind is not (TokenKind.Whitespace or TokenKind.LineContinuation or TokenKind.BraceEscape))
                return self.Describe(lexer.Source, token);
        }
    }

    private Lexer.Lexer Start(PyThread thread)
    {
        var text = new StringBuilder();
        while (true)
        {
            var line = thread.Invoke(ReadLine, [], null);
            if (line.IsMissing)
            {
                if (thread.Pending is not PyStopIteration)
                    thread.ThrowPending();
                thread.ClearPending();
                break;
            }

            var part = TextOf(thread, line);
            if (part.Length == 0)
                break;
            text.Append(part);
        }

        return new Lexer.Lexer(
            new SourceText(text.ToString(), "<string>"), new LexerOptions { Lossless = _givesTrivia });
    }

    private string TextOf(PyThread thread, PyValue line)
    {
        if (_encoding is null)
            return line.Ref is PyStr text ? text.Value : throw Raise.TypeError("readline() returned a non-string object");
        if (line.Ref is not PyBytes bytes)
            throw Raise.TypeError("readline() returned a non-bytes object");
        var decoded = thread.CallMethod(bytes, PyStr.Intern("decode"), PyStr.From(_encoding), PyStr.From("replace"));
        return ((PyStr)decoded.Ref!).Value;
    }

    private PyTuple Describe(SourceText source, Token token)
    {
        var kind = (int)token.Kind;
        // Operators are all one kind, and keywords are names; the tokenize module tells them apart by their text.
        if (kind >= 100)
            kind = (int)TokenKind.Name;
        else if (_givesTrivia && kind > (int)TokenKind.Dedent && kind < (int)TokenKind.Op)
            kind = (int)TokenKind.Op;
        var text = token.Kind is TokenKind.Indent or TokenKind.Dedent or TokenKind.EndMarker && token.Length == 0
            ? ""
            : token.GetText(source).ToString();
        var endColumn = Column(source, token.EndLine, token.EndColumn);
        if (token.Kind is TokenKind.NewLine or TokenKind.Nl)
            endColumn = Column(source, token.Line, token.Column) + Math.Max(1, text.Length);
        return PyTuple.From(
            PyValue.FromInt(kind),
            PyStr.From(text),
            PyTuple.From(PyValue.FromInt(token.Line), PyValue.FromInt(Column(source, token.Line, token.Column))),
            PyTuple.From(PyValue.FromInt(token.EndLine), PyValue.FromInt(endColumn)),
            PyStr.From(Lines(source, token)));
    }

    // Columns count characters, not bytes.
    private static int Column(SourceText source, int line, int column)
    {
        if (column <= 0 || line < 1 || line > source.LineCount)
            return Math.Max(0, column);
        var start = source.GetLineStart(line);
        var characters = 0;
        foreach (var _ in source.Text.AsSpan(start, source.GetOffset(line, column) - start).EnumerateRunes())
            characters++;
        return characters;
    }

    private static string Lines(SourceText source, Token token)
    {
        if (token.Line < 1 || token.Line > source.LineCount || token.Kind == TokenKind.EndMarker)
            return "";
        var start = source.GetLineStart(token.Line);
        var last = Math.Min(token.EndLine, source.LineCount);
        var end = last < source.LineCount ? source.GetLineStart(last + 1) : source.Text.Length;
        return source.Text[start..end];
    }
}
