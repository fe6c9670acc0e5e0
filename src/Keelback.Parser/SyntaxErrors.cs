namespace Keelback.Parser;

/// <summary>The catalogue of errors: general ones, names and targets, expressions. The texts are CPython's.</summary>
internal static partial class SyntaxErrors
{
    public static readonly SyntaxErrorKind InvalidSyntax = new("KBS0001", "invalid syntax");
    public static readonly SyntaxErrorKind UnexpectedIndent = new("KBS0002", "unexpected indent", "IndentationError");
    public static readonly SyntaxErrorKind UnexpectedUnindent = new("KBS0003", "unexpected unindent", "IndentationError");
    public static readonly SyntaxErrorKind TooComplex =
        new("KBS0004", "Parser stack overflowed - Python source too complex to parse", "MemoryError");
    public static readonly SyntaxErrorKind IncompleteInput = new("KBS0005", "incomplete input", "_IncompleteInputError");
    public static readonly SyntaxErrorKind MultipleStatements =
        new("KBS0006", "multiple statements found while compiling a single statement");
    public static readonly SyntaxErrorKind NeedsVersion = new("KBS0007", "{0} only supported in Python 3.{1} and greater");
    public static readonly SyntaxErrorKind BarryAsFlufl = new("KBS0008", "with Barry as BDFL, use '<>' instead of '!='");
    public static readonly SyntaxErrorKind OldInequality =
        new("KBS0014", "invalid syntax.  Maybe you meant '!=' instead of '<>'?");
    public static readonly SyntaxErrorKind Variant = new("KBS0009", "{0}");
    public static readonly SyntaxErrorKind Expected = new("KBS0010", "expected '{0}'");
    public static readonly SyntaxErrorKind ExpectedBlock = new("KBS0011", "expected an indented block", "IndentationError");
    public static readonly SyntaxErrorKind ExpectedBlockAfterStatement =
        new("KBS0012", "expected an indented block after '{0}' statement on line {1}", "IndentationError");
    public static readonly SyntaxErrorKind ExpectedBlockAfterDefinition =
        new("KBS0013", "expected an indented block after {0} definition on line {1}", "IndentationError");

    public static readonly SyntaxErrorKind CannotAssign = new("KBS0020", "cannot assign to {0}");
    public static readonly SyntaxErrorKind CannotDelete = new("KBS0021", "cannot delete {0}");
    public static readonly SyntaxErrorKind CannotAssignHere =
        new("KBS0022", "cannot assign to {0} here. Maybe you meant '==' instead of '='?");
    public static readonly SyntaxErrorKind MaybeEquality =
        new("KBS0023", "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    public static readonly SyntaxErrorKind WalrusTarget = new("KBS0024", "cannot use assignment expressions with {0}");
    public static readonly SyntaxErrorKind AnnotationTarget = new("KBS0025", "only single target (not {0}) can be annotated");
    public static readonly SyntaxErrorKind IllegalAnnotation = new("KBS0026", "illegal target for annotation");
    public static readonly SyntaxErrorKind YieldTarget = new("KBS0027", "assignment to yield expression not possible");
    public static readonly SyntaxErrorKind AugmentedTarget =
        new("KBS0028", "'{0}' is an illegal expression for augmented assignment");

    public static readonly SyntaxErrorKind MissingComma = new("KBS0040", "invalid syntax. Perhaps you forgot a comma?");
    public static readonly SyntaxErrorKind PartOfString =
        new("KBS0041", "invalid syntax. Is this intended to be part of the string?");
    public static readonly SyntaxErrorKind MissingElse = new("KBS0042", "expected 'else' after 'if' expression");
    public static readonly SyntaxErrorKind StatementAfterElse =
        new("KBS0043", "expected expression after 'else', but statement is given");
    public static readonly SyntaxErrorKind StatementBeforeIf =
        new("KBS0044", "expected expression before 'if', but statement is given");
    public static readonly SyntaxErrorKind LegacyStatement =
        new("KBS0045", "Missing parentheses in call to '{0}'. Did you mean {0}(...)?");
    public static readonly SyntaxErrorKind NotNeedsParentheses =
        new("KBS0046", "'not' after an operator must be parenthesized");
    public static readonly SyntaxErrorKind StarredGroup = new("KBS0047", "cannot use starred expression here");
    public static readonly SyntaxErrorKind DoubleStarredGroup = new("KBS0048", "cannot use double starred expression here");
    public static readonly SyntaxErrorKind InvalidStarExpression = new("KBS0049", "Invalid star expression");

    public static readonly SyntaxErrorKind UnpackingInComprehension =
        new("KBS0060", "iterable unpacking cannot be used in comprehension");
    public static readonly SyntaxErrorKind UnpackingInDictComprehension =
        new("KBS0061", "dict unpacking cannot be used in dict comprehension");
    public static readonly SyntaxErrorKind ComprehensionTarget =
        new("KBS0062", "did you forget parentheses around the comprehension target?");
    public static readonly SyntaxErrorKind ExpectedIn = new("KBS0063", "'in' expected after for-loop variables");
    public static readonly SyntaxErrorKind StarredDictValue =
        new("KBS0064", "cannot use a starred expression in a dictionary value");
    public static readonly SyntaxErrorKind MissingDictValue =
        new("KBS0065", "expression expected after dictionary key and ':'");
    public static readonly SyntaxErrorKind MissingDictColon = new("KBS0066", "':' expected after dictionary key");

    public static readonly SyntaxErrorKind MixedBytes = new("KBS0080", "cannot mix bytes and nonbytes literals");
    public static readonly SyntaxErrorKind MixedTemplates =
        new("KBS0081", "cannot mix t-string literals with string or bytes literals");
    public static readonly SyntaxErrorKind BadLiteral = new("KBS0082", "{0}");
    public static readonly SyntaxErrorKind FieldLambda =
        new("KBS0084", "{0}-string: lambda expressions are not allowed without parentheses");
    public static readonly SyntaxErrorKind FieldNeedsExpression =
        new("KBS0085", "{0}-string: valid expression required before '{1}'");
    public static readonly SyntaxErrorKind FieldExpectsExpression =
        new("KBS0086", "{0}-string: expecting a valid expression after '{'");
    public static readonly SyntaxErrorKind FieldExpects = new("KBS0087", "{0}-string: expecting {1}");
    public static readonly SyntaxErrorKind MissingConversion = new("KBS0088", "{0}-string: missing conversion character");
    public static readonly SyntaxErrorKind InvalidConversionToken = new("KBS0089", "{0}-string: invalid conversion character");
    public static readonly SyntaxErrorKind InvalidConversion =
        new("KBS0090", "{0}-string: invalid conversion character '{1}': expected 's', 'r', or 'a'");
    public static readonly SyntaxErrorKind ConversionNotAdjacent =
        new("KBS0091", "{0}-string: conversion type must come right after the exclamation mark");
    public static readonly SyntaxErrorKind RealRequired = new("KBS0092", "real number required in complex literal");
    public static readonly SyntaxErrorKind ImaginaryRequired =
        new("KBS0093", "imaginary number required in complex literal");
}
