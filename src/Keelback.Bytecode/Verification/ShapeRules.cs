using System.Collections.Immutable;
using Keelback.Text;

namespace Keelback.Bytecode;

/// <summary>The rules for a code object's counts and tables. Only code that keeps them is looked at further.</summary>
internal static class ShapeRules
{
    // The compiler refuses deeper stacks too; a lie here would cost memory at every call.
    private const int MaxStackSize = 1 << 20;

    public static bool Check(CodeObject code, ImmutableArray<VerificationError>.Builder errors)
    {
        var before = errors.Count;
        Require(code.Code.Length > 0 && code.Code.Length % 2 == 0, "co_code is empty or has half a code unit");
        Require(code.LocalsPlusKinds.Length == code.LocalsPlusNames.Length, "co_localspluskinds and co_localsplusnames differ in length");
        Require(code.StackSize is >= 0 and <= MaxStackSize, $"co_stacksize is {code.StackSize}");
        Require(code.PosOnlyArgCount >= 0 && code.ArgCount >= code.PosOnlyArgCount && code.KwOnlyArgCount >= 0, "an argument count is negative or out of order");
        if (errors.Count > before)
            return false;

        Require(code.ParameterCount <= code.LocalCount, $"{code.ParameterCount} parameters need as many local variables, not {code.LocalCount}");
        Require(AreFreeVariablesLast(code), "a free variable stands before another kind of variable");
        CheckLocations(code, errors);
        return errors.Count == before;

        void Require(bool holds, string message)
        {
            if (!holds)
                errors.Add(new(code.QualifiedName, -1, VerificationRule.Shape, message));
        }
    }

    private static bool AreFreeVariablesLast(CodeObject code)
    {
        var firstFree = code.LocalsPlusNames.Length - code.FreeCount;
        return Enumerable.Range(0, code.LocalsPlusNames.Length)
            .All(index => ((code.KindOf(index) & LocalKinds.Free) != 0) == (index >= firstFree));
    }

    private static void CheckLocations(CodeObject code, ImmutableArray<VerificationError>.Builder errors)
    {
        try
        {
            var end = LocationTable.Read(code).LastOrDefault().End;
            if (end != code.Code.Length && code.LineTable.Length > 0)
                Report($"it covers {end} bytes of {code.Code.Length}");
        }
        catch (BytecodeFormatException exception)
        {
            Report(exception.Message);
        }

        void Report(string message) => errors.Add(new(code.QualifiedName, -1, VerificationRule.LocationTable, message));
    }
}
