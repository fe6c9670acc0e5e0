using Microsoft.CodeAnalysis;

namespace Keelback.Generators.Shared;

/// <summary>KB0201 to KB0299: mistakes in the specification of the syntax tree.</summary>
internal static partial class SpecDiagnosticCatalogue
{
    public const string UnknownFieldType = "KB0201";
    public const string DuplicateField = "KB0202";
    public const string UnknownGroup = "KB0203";
    public const string BadFieldType = "KB0204";
    public const string BadContext = "KB0205";
    public const string FieldNameClash = "KB0206";
    public const string EndlessNode = "KB0207";
    public const string UnknownNodeKind = "KB0208";
    public const string EmptySum = "KB0209";
    public const string ClassNameClash = "KB0210";

    private static readonly DiagnosticDescriptor[] Ast =
    [
        Error(UnknownFieldType, "Field of unknown type", "The field '{1}' of '{0}' has the unknown type '{2}'{3}"),
        Error(DuplicateField, "Duplicate field", "'{0}' has the field '{1}' twice"),
        Error(UnknownGroup, "Unknown group", "'{0}' belongs to '{1}', which is not a sum{2}"),
        Error(BadFieldType, "Badly formed field type", "'{2}', the type of '{1}' in '{0}', is not of the form name, name[Context], name?, name*, name+ or name?*"),
        Error(BadContext, "Unknown context", "The context '{2}' of '{1}' in '{0}' is neither a member of expr_context nor a field of that type{3}"),
        Error(FieldNameClash, "Field name cannot stand in C#", "The field '{1}' of '{0}' would be the C# member '{2}', which {3}; give it another name with 'csharp'"),
        Error(EndlessNode, "Endless node", "Every '{0}' must hold another one ({1}); make a field of the cycle optional or a list"),
        Error(UnknownNodeKind, "Unknown kind of entry", "'{0}' has the kind '{1}', which is none of sum, product and enum{2}"),
        Error(EmptySum, "Sum without nodes", "No node belongs to the sum '{0}'"),
        Error(ClassNameClash, "C# name used twice", "'{0}' and '{1}' would both be the C# type '{2}'; give one another name with 'csharp'"),
    ];
}
