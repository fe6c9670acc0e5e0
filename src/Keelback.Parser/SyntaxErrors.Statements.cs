namespace Keelback.Parser;

/// <summary>The catalogue of errors: calls, parameters and statements.</summary>
internal static partial class SyntaxErrors
{
    public static readonly SyntaxErrorKind UnpackingAfterKeywords =
        new("KBS0100", "iterable argument unpacking follows keyword argument unpacking");
    public static readonly SyntaxErrorKind GeneratorNeedsParentheses =
        new("KBS0101", "Generator expression must be parenthesized");
    public static readonly SyntaxErrorKind MissingArgumentValue = new("KBS0102", "expected argument value expression");
    public static readonly SyntaxErrorKind PositionalAfterKeyword =
        new("KBS0103", "positional argument follows keyword argument");
    public static readonly SyntaxErrorKind PositionalAfterUnpacking =
        new("KBS0104", "positional argument follows keyword argument unpacking");
    public static readonly SyntaxErrorKind ExpressionAsKeyword =
        new("KBS0105", "expression cannot contain assignment, perhaps you meant \"==\"?");
    public static readonly SyntaxErrorKind AssignToKeywordUnpacking =
        new("KBS0106", "cannot assign to keyword argument unpacking");
    public static readonly SyntaxErrorKind AssignToIterableUnpacking =
        new("KBS0107", "cannot assign to iterable argument unpacking");

    public static readonly SyntaxErrorKind SlashFirst = new("KBS0120", "at least one argument must precede /");
    public static readonly SyntaxErrorKind SlashTwice = new("KBS0121", "/ may appear only once");
    public static readonly SyntaxErrorKind NoDefaultAfterDefault =
        new("KBS0122", "parameter without a default follows parameter with a default");
    public static readonly SyntaxErrorKind ParametersInParentheses = new("KBS0123", "{0} parameters cannot be parenthesized");
    public static readonly SyntaxErrorKind SlashAfterStar = new("KBS0124", "/ must be ahead of *");
    public static readonly SyntaxErrorKind MissingCommaAfterSlash = new("KBS0125", "expected comma between / and *");
    public static readonly SyntaxErrorKind ExpectedDefault = new("KBS0126", "expected default value expression");
    public static readonly SyntaxErrorKind BareStar = new("KBS0127", "named arguments must follow bare *");
    public static readonly SyntaxErrorKind BareStarComment = new("KBS0128", "bare * has associated type comment");
    public static readonly SyntaxErrorKind StarDefault = new("KBS0129", "var-positional argument cannot have default value");
    public static readonly SyntaxErrorKind StarTwice = new("KBS0130", "* argument may appear only once");
    public static readonly SyntaxErrorKind DoubleStarDefault =
        new("KBS0131", "var-keyword argument cannot have default value");
    public static readonly SyntaxErrorKind AfterDoubleStar =
        new("KBS0132", "arguments cannot follow var-keyword argument");
    public static readonly SyntaxErrorKind TwoTypeComments = new("KBS0133", "Cannot have two type comments on def");
    public static readonly SyntaxErrorKind EmptyTypeParameters = new("KBS0134", "Type parameter list cannot be empty");
    public static readonly SyntaxErrorKind BoundOfTypeParameter = new("KBS0135", "cannot use {0} with {1}");

    public static readonly SyntaxErrorKind ImportFromMeant =
        new("KBS0150", "Did you mean to use 'from ... import ...' instead?");
    public static readonly SyntaxErrorKind ImportNothing = new("KBS0151", "Expected one or more names after 'import'");
    public static readonly SyntaxErrorKind ImportTarget = new("KBS0152", "cannot use {0} as import target");
    public static readonly SyntaxErrorKind ImportTrailingComma =
        new("KBS0153", "trailing comma not allowed without surrounding parentheses");
    public static readonly SyntaxErrorKind ElifAfterElse = new("KBS0154", "'elif' block follows an 'else' block");
    public static readonly SyntaxErrorKind ExpectedExcept = new("KBS0155", "expected 'except' or 'finally' block");
    public static readonly SyntaxErrorKind MixedExcept =
        new("KBS0156", "cannot have both 'except' and 'except*' on the same 'try'");
    public static readonly SyntaxErrorKind ExceptNeedsParentheses =
        new("KBS0157", "multiple exception types must be parenthesized when using 'as'");
    public static readonly SyntaxErrorKind ExceptStarNeedsType = new("KBS0158", "expected one or more exception types");
    public static readonly SyntaxErrorKind ExceptTarget = new("KBS0159", "cannot use {0} statement with {1}");
    public static readonly SyntaxErrorKind WildcardTarget = new("KBS0160", "cannot use '_' as a target");
    public static readonly SyntaxErrorKind PatternTarget = new("KBS0161", "cannot use {0} as pattern target");
    public static readonly SyntaxErrorKind PositionalPatternAfterKeyword =
        new("KBS0162", "positional patterns follow keyword patterns");
}
