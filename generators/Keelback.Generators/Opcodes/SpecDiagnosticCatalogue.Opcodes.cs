using Microsoft.CodeAnalysis;

namespace Keelback.Generators.Shared;

/// <summary>KB0101 to KB0199: opcodes and their operands.</summary>
internal static partial class SpecDiagnosticCatalogue
{
    public const string BadStackPicture = "KB0101";
    public const string UnknownOperandKind = "KB0102";
    public const string SpecializedStackDiffers = "KB0103";
    public const string JumpWithoutTarget = "KB0104";
    public const string BadJumpCondition = "KB0105";
    public const string UnknownEffect = "KB0106";
    public const string UnknownFamily = "KB0107";
    public const string BadGuard = "KB0108";
    public const string UnknownPart = "KB0109";
    public const string BadComposite = "KB0110";
    public const string BadOperand = "KB0111";
    public const string CodeOutOfRange = "KB0112";
    public const string UnknownOutput = "KB0113";

    private static readonly DiagnosticDescriptor[] Opcodes =
    [
        Error(BadStackPicture, "Bad stack picture", "The stack picture of '{0}' cannot be read: {1}"),
        Error(UnknownOperandKind, "Unknown operand kind", "'{0}' has an oparg of the kind '{1}', which operands.yaml does not declare{2}"),
        Error(SpecializedStackDiffers, "Stack differs from the general form's", "'{0}' takes {1} and leaves {2} values where its general form '{3}' takes {4} and leaves {5} (at oparg {6})"),
        Error(JumpWithoutTarget, "Jump without a target", "'{0}' jumps, but its oparg is no distance; a kind such as 'jump' is"),
        Error(BadJumpCondition, "Bad jump condition", "'{0}' cannot jump on '{1}'{2}"),
        Error(UnknownEffect, "Unknown effect", "'{0}' has the unknown effect '{1}'{2}"),
        Error(UnknownFamily, "Unknown general form", "'{0}' stands in for '{1}', {2}"),
        Error(BadGuard, "Bad guard", "The guard '{1}' of '{0}' cannot be read: {2}"),
        Error(UnknownPart, "Unknown instruction", "'{0}' names the instruction '{1}', which does not exist{2}"),
        Error(BadComposite, "Bad composite", "'{0}' cannot be made of its parts: {1}"),
        Error(BadOperand, "Bad operand kind", "The operand kind '{0}' is badly declared: {1}"),
        Error(CodeOutOfRange, "Code out of range", "The code {1} of '{0}' is out of range: instructions have 0 to 255, pseudo instructions 256 to 511"),
        Error(UnknownOutput, "Unknown output", "The stack effect of '{0}' pushes '{1}', which its general form '{2}' does not push{3}"),
    ];
}
