namespace Keelback.Generators.Shared;

internal static partial class StepNames
{
    public const string AstFiles = nameof(AstFiles);
    public const string AstParse = nameof(AstParse);
    public const string AstOperators = nameof(AstOperators);
    public const string AstResolve = nameof(AstResolve);
    public const string AstModel = nameof(AstModel);
    public const string AstGroups = nameof(AstGroups);
}
