using System.Runtime.CompilerServices;
using Keelback.Ast;
using Keelback.Lexer;
using Keelback.Text;
using TokenSource = Keelback.Lexer.Lexer;

namespace Keelback.Parser;

/// <summary>
/// Recursive descent over a buffer of tokens. This file has the state, the buffer and the start rules; the other files
/// have the productions by theme. A production gives null where it does not match, and the caller goes back to its own
/// mark. As in CPython there are two passes: the first accepts programs; where it fails, the second runs the same
/// productions with the ones that look for known mistakes (Parser.Errors.*.cs) between them.
/// </summary>
internal sealed partial class Parser
{
    private readonly SourceText _source;
    private readonly ParserOptions _options;
    private readonly TokenSource _lexer;
    private readonly List<Diagnostic> _warnings = [];
    private readonly List<TypeIgnore> _typeIgnores = [];
    private Token[] _tokens = new Token[256];
    private TokenKind[] _kinds = new TokenKind[256];
    private int[] _depths = new int[256];
    private int _fill;
    private int _mark;
    private bool _failed;
    private bool _tokenizerFailed;
    private bool _findsMistakes;
    private bool _isSecondPass;
    private bool _hasStarted;
    private bool _isBarryTheFlufl;
    private Diagnostic? _error;

    public Parser(SourceText source, ParserOptions options)
    {
        _source = source;
        _options = options;
        _isBarryTheFlufl = options.BarryAsFlufl;
        _lexer = new TokenSource(source, new LexerOptions { TypeComments = options.TypeComments });
        _nameLookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The kind of the next token; an error token for ever once the parse has failed.</summary>
    private TokenKind Kind
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _mark < _fill && !_failed ? _kinds[_mark] : ReadKind();
    }

    public ParseResult Run()
    {
        var tree = ParseStart();
        if (_error is null && tree is not null)
        {
            if (HasMoreStatements())
            {
                RaiseHere(SyntaxErrors.MultipleStatements);
                tree = null;
            }
        }
        else
        {
            tree = null;
            FindError();
        }

        var diagnostics = _lexer.Warnings.Concat(_warnings)
            .OrderBy(warning => warning.Span.Line).ThenBy(warning => warning.Span.Column).ToList();
        if (_error is not null)
            diagnostics.Add(_error);
        return new ParseResult(tree, [.. diagnostics]);
    }

    private Mod? ParseStart() => _options.Mode switch
    {
        ParserMode.Single => ParseInteractive(),
        ParserMode.Eval => ParseEval(),
        ParserMode.FuncType => ParseFuncType(),
        _ => ParseFile(),
    };

    private Mod? ParseFile()
    {
        var body = Statements() ?? [];
        return Take(TokenKind.EndMarker) ? new Module([.. body], [.. _typeIgnores]) : null;
    }

    private Mod? ParseEval()
    {
        var body = Expressions();
        if (body is null)
            return null;
        SkipNewLines();
        return Take(TokenKind.EndMarker) ? new Expression(body) : null;
    }

    private Mod? ParseFuncType()
    {
        if (!Take(TokenKind.LeftPar))
            return null;
        var types = TypeExpressions();
        if (types is null || !Take(TokenKind.RightPar) || !Take(TokenKind.RightArrow) || Expression() is not { } returns)
            return null;
        SkipNewLines();
        return Take(TokenKind.EndMarker) ? new FunctionType([.. types], returns) : null;
    }

    private Mod? ParseInteractive()
    {
        var start = _mark;
        if (Take(TokenKind.NewLine))
            return new Interactive([new PassStmt(SpanFrom(start))]);
        if (CompoundStatement() is { } compound)
            return Take(TokenKind.NewLine) ? new Interactive([compound]) : null;
        if (_failed)
            return null;
        _mark = start;
        return SimpleStatements() is { } statements ? new Interactive([.. statements]) : null;
    }

    private void SkipNewLines()
    {
        while (Take(TokenKind.NewLine))
        {
        }
    }

    /// <summary>In single mode only blank lines and comments may follow the statement, whatever tokens they are.</summary>
    private bool HasMoreStatements()
    {
        if (_options.Mode != ParserMode.Single)
            return false;
        var text = _source.Text.AsSpan(_tokens[_mark - 1].End);
        while (true)
        {
            text = text.TrimStart(" \t\f\r\n");
            if (text.IsEmpty || text[0] != '#')
                return !text.IsEmpty;
            var end = text.IndexOfAny('\r', '\n');
            text = end < 0 ? [] : text[end..];
        }
    }

    private bool At(TokenKind kind) => Kind == kind;

    private bool Take(TokenKind kind)
    {
        if (Kind != kind)
            return false;
        _mark++;
        return true;
    }

    private void Skip() => _mark++;

    /// <summary>Takes a name with the text of a soft keyword.</summary>
    private bool TakeSoft(string keyword)
    {
        if (!AtSoft(keyword))
            return false;
        _mark++;
        return true;
    }

    private bool AtSoft(string keyword) =>
        Kind == TokenKind.Name && _tokens[_mark].GetText(_source).SequenceEqual(keyword);

    /// <summary>Whether the token behind the next one is of a kind; only asked where the grammar reads that far too.</summary>
    private bool NextIs(TokenKind kind)
    {
        if (_failed)
            return false;
        while (_fill <= _mark + 1 && !_failed)
            Fill();
        return !_failed && _kinds[_mark + 1] == kind;
    }

    private TokenKind ReadKind()
    {
        if (!_failed)
            Fill();
        return _failed ? TokenKind.ErrorToken : _kinds[_mark];
    }

    private void Fill()
    {
        if (_fill == _tokens.Length)
        {
            Array.Resize(ref _tokens, _fill * 2);
            Array.Resize(ref _kinds, _fill * 2);
            Array.Resize(ref _depths, _fill * 2);
        }

        var token = _lexer.Next();
        while (token.Kind == TokenKind.TypeIgnore)
        {
            _typeIgnores.Add(new TypeIgnore(token.Line, token.GetText(_source).ToString()));
            token = _lexer.Next();
        }

        var kind = token.Kind;
        if (kind == TokenKind.EndMarker && _options.Mode == ParserMode.Single && _hasStarted)
        {
            kind = TokenKind.NewLine;
            _hasStarted = false;
        }
        else
        {
            _hasStarted = true;
        }

        _tokens[_fill] = token;
        _kinds[_fill] = kind;
        _depths[_fill] = _lexer.Depth;
        _fill++;
        if (kind == TokenKind.ErrorToken && !_failed)
        {
            _failed = true;
            _tokenizerFailed = true;
            _error = _lexer.Error;
        }
    }

    /// <summary>From a mark to the end of the last token that is no line structure.</summary>
    private SourceSpan SpanFrom(int start)
    {
        ref readonly var first = ref _tokens[start];
        return Ending(first.Line, first.Column);
    }

    private SourceSpan SpanFrom(AstNode first) => Ending(first.Span.Line, first.Span.Column);

    private SourceSpan Ending(int line, int column)
    {
        var last = _mark - 1;
        while (last > 0 && _kinds[last] is TokenKind.NewLine or TokenKind.Indent or TokenKind.Dedent or TokenKind.EndMarker)
            last--;
        if (last < 0)
            last = 0;
        return new SourceSpan(line, column, _tokens[last].EndLine, _tokens[last].EndColumn);
    }

    private SourceSpan SpanBetween(int first, int last) => _tokens[first].Span.To(_tokens[last].Span);
}
