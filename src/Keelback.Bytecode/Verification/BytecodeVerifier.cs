using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Keelback.Text;

namespace Keelback.Bytecode;

/// <summary>
/// Checks that a code object keeps the rules on which the eval loop relies: whole instructions, opargs in range, jumps
/// to instructions, and on every path the same, sufficient and bounded stack depth, which the stack pictures of the
/// specification give. Code that the compiler made keeps them; what comes from a file may not.
/// </summary>
public static class BytecodeVerifier
{
    /// <summary>What is wrong with a code object and with those among its constants; empty where nothing is.</summary>
    public static ImmutableArray<VerificationError> Verify(CodeObject code)
    {
        var errors = ImmutableArray.CreateBuilder<VerificationError>();
        Verify(code, errors);
        return errors.ToImmutable();
    }

    private static void Verify(CodeObject code, ImmutableArray<VerificationError>.Builder errors)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            errors.Add(new(code.QualifiedName, -1, VerificationRule.Shape, "code objects are nested too deep"));
            return;
        }

        if (ShapeRules.Check(code, errors))
            new CodeVerification(code, errors).Run();
        foreach (var constant in code.Constants)
            VerifyInner(constant, errors);
    }

    private static void VerifyInner(Constant constant, ImmutableArray<VerificationError>.Builder errors)
    {
        if (constant is CodeObject inner)
            Verify(inner, errors);
        else if (constant is Constant.Tuple tuple && RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            foreach (var item in tuple.Items)
                VerifyInner(item, errors);
        }
    }
}
