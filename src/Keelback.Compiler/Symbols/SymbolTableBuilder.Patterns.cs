using System.Collections.Immutable;
using Keelback.Ast;

namespace Keelback.Compiler.Symbols;

/// <content>Patterns.</content>
internal sealed partial class SymbolTableBuilder
{
    private void VisitAll(ImmutableArray<Pattern> patterns)
    {
        foreach (var pattern in patterns)
            Visit(pattern);
    }

    private void Visit(Pattern pattern)
    {
        if (!CanGoOn(pattern.Span))
            return;
        switch (pattern)
        {
            case MatchValue value:
                Visit(value.Value);
                break;
            case MatchSingleton:
                break;
            case MatchSequence sequence:
                VisitAll(sequence.Patterns);
                break;
            case MatchStar star:
                Capture(star.Name, star);
                break;
            case MatchMapping mapping:
                VisitAll(mapping.Keys);
                VisitAll(mapping.Patterns);
                Capture(mapping.Rest, mapping);
                break;
            case MatchClass match:
                Visit(match.Cls);
                VisitAll(match.Patterns);
                CheckKeywordPatterns(match);
                VisitAll(match.KwdPatterns);
                break;
            case MatchAs capture:
                if (capture.Pattern is not null)
                    Visit(capture.Pattern);
                Capture(capture.Name, capture);
                break;
            case MatchOr alternatives:
                VisitAll(alternatives.Patterns);
                break;
            default:
                VisitUnknown(pattern);
                break;
        }
    }

    private void Capture(string? name, Pattern pattern)
    {
        if (name is not null)
            Define(name, SymbolFlags.Local, pattern.Span);
    }

    private void CheckKeywordPatterns(MatchClass match)
    {
        for (var i = 0; i < match.KwdAttrs.Length && i < match.KwdPatterns.Length; i++)
            CheckName(match.KwdAttrs[i], match.KwdPatterns[i].Span, ExprContext.Store);
    }
}
