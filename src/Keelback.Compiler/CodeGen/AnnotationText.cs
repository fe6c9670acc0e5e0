using Keelback.Ast;

namespace Keelback.Compiler.CodeGen;

/// <summary>The text of an annotation under from __future__ import annotations.</summary>
internal static class AnnotationText
{
    public static string Of(Expr annotation) => AstUnparser.Unparse(annotation);
}
