using Keelback.Text;

namespace Keelback.Compiler;

/// <summary>
/// Every error that symbol tables and code generation find, with CPython's words. PYC1xx: names and scopes; PYC2xx:
/// statements and expressions; PYC3xx: patterns; PYC4xx: futures; PYC9xx: what is no syntax error.
/// </summary>
internal static class SyntaxErrors
{
    public static Diagnostic DuplicateArgument(string name, SourceSpan span) =>
        Error("PYC101", $"duplicate argument '{name}' in function definition", span);

    public static Diagnostic DuplicateTypeParameter(string name, SourceSpan span) =>
        Error("PYC102", $"duplicate type parameter '{name}'", span);

    public static Diagnostic ParameterAndGlobal(string name, SourceSpan span) =>
        Error("PYC103", $"name '{name}' is parameter and global", span);

    public static Diagnostic ParameterAndNonlocal(string name, SourceSpan span) =>
        Error("PYC104", $"name '{name}' is parameter and nonlocal", span);

    public static Diagnostic AssignedBefore(string name, string declaration, SourceSpan span) =>
        Error("PYC105", $"name '{name}' is assigned to before {declaration} declaration", span);

    public static Diagnostic UsedBefore(string name, string declaration, SourceSpan span) =>
        Error("PYC106", $"name '{name}' is used prior to {declaration} declaration", span);

    public static Diagnostic AnnotatedCannotBe(string name, string declaration, SourceSpan span) =>
        Error("PYC107", $"annotated name '{name}' can't be {declaration}", span);

    public static Diagnostic NonlocalAndGlobal(string name, SourceSpan span) =>
        Error("PYC108", $"name '{name}' is nonlocal and global", span);

    public static Diagnostic NonlocalAtModuleLevel(SourceSpan span) =>
        Error("PYC109", "nonlocal declaration not allowed at module level", span);

    public static Diagnostic NoBindingForNonlocal(string name, SourceSpan span) =>
        Error("PYC110", $"no binding for nonlocal '{name}' found", span);

    public static Diagnostic NonlocalTypeParameter(string name, SourceSpan span) =>
        Error("PYC111", $"nonlocal binding not allowed for type parameter '{name}'", span);

    public static Diagnostic ImportStarInBlock(SourceSpan span) =>
        Error("PYC112", "import * only allowed at module level", span);

    public static Diagnostic AssignToDebug(SourceSpan span) => Error("PYC113", "cannot assign to __debug__", span);

    public static Diagnostic DeleteDebug(SourceSpan span) => Error("PYC114", "cannot delete __debug__", span);

    public static Diagnostic WalrusInClassComprehension(SourceSpan span) => Error(
        "PYC115", "assignment expression within a comprehension cannot be used in a class body", span);

    public static Diagnostic WalrusInTypeVariableComprehension(SourceSpan span) => Error(
        "PYC116", "assignment expression within a comprehension cannot be used in a TypeVar bound", span);

    public static Diagnostic WalrusInTypeAliasComprehension(SourceSpan span) => Error(
        "PYC117", "assignment expression within a comprehension cannot be used in a type alias", span);

    public static Diagnostic WalrusInGenericComprehension(SourceSpan span) => Error(
        "PYC118",
        "assignment expression within a comprehension cannot be used within the definition of a generic",
        span);

    public static Diagnostic WalrusRebindsIterationVariable(string name, SourceSpan span) => Error(
        "PYC119", $"assignment expression cannot rebind comprehension iteration variable '{name}'", span);

    public static Diagnostic IterationRebindsWalrus(string name, SourceSpan span) => Error(
        "PYC120", $"comprehension inner loop cannot rebind assignment expression target '{name}'", span);

    public static Diagnostic WalrusInIterable(SourceSpan span) => Error(
        "PYC121", "assignment expression cannot be used in a comprehension iterable expression", span);

    public static Diagnostic NotInAnnotation(string what, SourceSpan span) =>
        Error("PYC122", $"{what} cannot be used within an annotation", span);

    public static Diagnostic NotWithin(string what, string where, SourceSpan span) =>
        Error("PYC123", $"{what} cannot be used within {where}", span);

    public static Diagnostic YieldInComprehension(string comprehension, SourceSpan span) =>
        Error("PYC124", $"'yield' inside {comprehension}", span);

    public static Diagnostic AsyncOutsideAsyncFunction(string what, SourceSpan span) =>
        Error("PYC125", $"'{what}' outside async function", span);

    public static Diagnostic AwaitOutsideFunction(SourceSpan span) =>
        Error("PYC126", "'await' outside function", span);

    public static Diagnostic AsyncComprehensionOutside(SourceSpan span) =>
        Error("PYC127", "asynchronous comprehension outside of an asynchronous function", span);

    public static Diagnostic ReservedTypeParameter(string name, SourceSpan span) =>
        Error("PYC128", $"reserved name '{name}' cannot be used for type parameter", span);

    public static Diagnostic OutsideFunction(string what, SourceSpan span) =>
        Error("PYC201", $"'{what}' outside function", span);

    public static Diagnostic ReturnValueInAsyncGenerator(SourceSpan span) =>
        Error("PYC202", "'return' with value in async generator", span);

    public static Diagnostic BreakOutsideLoop(SourceSpan span) => Error("PYC203", "'break' outside loop", span);

    public static Diagnostic ContinueOutsideLoop(SourceSpan span) =>
        Error("PYC204", "'continue' not properly in loop", span);

    public static Diagnostic JumpOutOfExceptStar(SourceSpan span) =>
        Error("PYC205", "'break', 'continue' and 'return' cannot appear in an except* block", span);

    public static Diagnostic TooManyNestedBlocks(SourceSpan span) =>
        Error("PYC206", "too many statically nested blocks", span);

    public static Diagnostic BareExceptMustBeLast(SourceSpan span) =>
        Error("PYC207", "default 'except:' must be last", span);

    public static Diagnostic YieldFromInAsyncFunction(SourceSpan span) =>
        Error("PYC208", "'yield from' inside async function", span);

    public static Diagnostic StarredTargetAlone(SourceSpan span) =>
        Error("PYC209", "starred assignment target must be in a list or tuple", span);

    public static Diagnostic StarredHere(SourceSpan span) =>
        Error("PYC210", "can't use starred expression here", span);

    public static Diagnostic TooManyTargets(SourceSpan span) =>
        Error("PYC211", "too many expressions in star-unpacking assignment", span);

    public static Diagnostic MultipleStarredTargets(SourceSpan span) =>
        Error("PYC212", "multiple starred expressions in assignment", span);

    public static Diagnostic KeywordRepeated(string name, SourceSpan span) =>
        Error("PYC213", $"keyword argument repeated: {name}", span);

    public static Diagnostic NonDefaultTypeParameter(string name, SourceSpan span) =>
        Error("PYC214", $"non-default type parameter '{name}' follows default type parameter", span);

    public static Diagnostic PatternRebinds(string nameText, SourceSpan span) =>
        Error("PYC301", $"multiple assignments to name {nameText} in pattern", span);

    public static Diagnostic TooManySubpatterns(SourceSpan span) =>
        Error("PYC302", "too many expressions in star-unpacking sequence pattern", span);

    public static Diagnostic MultipleStarredPatterns(SourceSpan span) =>
        Error("PYC303", "multiple starred expressions in sequence pattern", span);

    public static Diagnostic MultipleStarredNames(SourceSpan span) =>
        Error("PYC304", "multiple starred names in sequence pattern", span);

    public static Diagnostic CaptureMakesUnreachable(string nameText, SourceSpan span) =>
        Error("PYC305", $"name capture {nameText} makes remaining patterns unreachable", span);

    public static Diagnostic WildcardMakesUnreachable(SourceSpan span) =>
        Error("PYC306", "wildcard makes remaining patterns unreachable", span);

    public static Diagnostic PatternAttributeRepeated(string name, SourceSpan span) =>
        Error("PYC307", $"attribute name repeated in class pattern: {name}", span);

    public static Diagnostic PatternLengths(string what, int left, string other, int right, string kind, SourceSpan span)
        => Error("PYC308", $"{what} ({left}) / {other} ({right}) length mismatch in {kind} pattern", span);

    public static Diagnostic DuplicateMappingKey(string keyText, SourceSpan span) =>
        Error("PYC309", $"mapping pattern checks duplicate key ({keyText})", span);

    public static Diagnostic InvalidMappingKey(SourceSpan span) =>
        Error("PYC310", "mapping pattern keys may only match literals and attribute lookups", span);

    public static Diagnostic AlternativesBindDifferently(SourceSpan span) =>
        Error("PYC311", "alternative patterns bind different names", span);

    public static Diagnostic InvalidPatternValue(SourceSpan span) =>
        Error("PYC312", "patterns may only match literals and attribute lookups", span);

    public static Diagnostic FutureNotAtBeginning(SourceSpan span) =>
        Error("PYC401", "from __future__ imports must occur at the beginning of the file", span);

    public static Diagnostic FutureBraces(SourceSpan span) => Error("PYC402", "not a chance", span);

    public static Diagnostic UnknownFuture(string feature, SourceSpan span) =>
        Error("PYC403", $"future feature {feature} is not defined", span);

    public static Diagnostic RecursionTooDeep(SourceSpan span) => new(
        "PYC901", DiagnosticSeverity.Error, "RecursionError",
        "maximum recursion depth exceeded during compilation", span);

    /// <summary>A tree that no parser makes and that the ast module's validation would have refused.</summary>
    public static Diagnostic InvalidTree(string message, SourceSpan span) =>
        new("PYC902", DiagnosticSeverity.Error, "SystemError", message, span);

    private static Diagnostic Error(string id, string message, SourceSpan span) =>
        new(id, DiagnosticSeverity.Error, "SyntaxError", message, span);
}
