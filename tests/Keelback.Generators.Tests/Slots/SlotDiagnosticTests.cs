using Keelback.Generators.Slots;

namespace Keelback.Generators.Tests.Slots;

/// <summary>KB04xx: mistakes about slots and special methods.</summary>
public sealed class SlotDiagnosticTests
{
    private const string Repr = """
        tp_repr:
          shape: unary
          group: text
          thunk: regular
          dunders:
            __repr__: { wrapper: unary, doc: The text of the value. }
          doc: The text of the value.

        """;

    [Fact]
    public void KB0401_unknown_shape() => Run(Repr.Replace("shape: unary", "shape: unery", StringComparison.Ordinal))
        .AssertFirst("KB0401", 2, 10, "'tp_repr' has the unknown shape 'unery'; did you mean 'unary'?");

    [Fact]
    public void KB0402_wrapper_of_another_shape() => Run(Repr.Replace("wrapper: unary", "wrapper: binary", StringComparison.Ordinal))
        .AssertReports("KB0402", 6, 26, "'__repr__' has the wrapper 'binary', which does not wrap a slot of shape 'unary'; did you mean 'unary'?");

    [Fact]
    public void KB0403_no_special_method() => Run(Repr.Replace("__repr__", "repr", StringComparison.Ordinal))
        .AssertReports("KB0403", 6, 5, "'repr'");

    [Fact]
    public void KB0404_listed_twice() => Run(Repr.Replace(
            "  doc: The text of the value.\n",
            "    __repr__: { doc: Once more. }\n  doc: The text of the value.\n",
            StringComparison.Ordinal))
        .AssertReports("KB0404", 7, 5, "'tp_repr' lists '__repr__' twice");

    [Fact]
    public void KB0405_no_regular_thunk() => Run("""
            nb_bool:
              shape: inquiry
              group: number
              thunk: regular
              doc: Whether the value counts as true.
            """)
        .AssertReports("KB0405", 4, 10, "a slot of shape 'inquiry' does not have");

    [Fact]
    public void KB0406_names_that_clash() => Run(Repr + Repr.Replace("tp_repr", "tp__repr", StringComparison.Ordinal))
        .AssertReports("KB0406", 8, 1, "'tp__repr' would be the field 'TpRepr', which 'tp_repr' is already");

    [Fact]
    public void KB0407_operator_with_unknown_slot() => Harness(Repr)
        .WithSpec("tokens.yaml")
        .WithFile("spec/operators.yaml", """
            USub:
              kind: unary
              token: MINUS
              precedence: 110
              opcode: UNARY_NEGATIVE
              slot: tp_rep
              dunder: __neg__
              doc: Negation.
            """)
        .Run()
        .AssertReports("KB0407", 1, 1, "'USub' names the slot 'tp_rep', which slots.yaml does not define; did you mean 'tp_repr'?");

    [Fact]
    public void A_bad_slot_leaves_its_neighbours()
    {
        var run = Run("tp_str: { shape: unery, group: text, thunk: regular, doc: The value as text. }\n" + Repr);
        Assert.Contains(" TpRepr;", run.Sources["TypeSlots.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain(" TpStr;", run.Sources["TypeSlots.g.cs"], StringComparison.Ordinal);
    }

    private static GeneratorHarness Harness(string slots) =>
        new GeneratorHarness(new SlotGenerator(), "Slots").WithFile("spec/slots.yaml", slots);

    private static GeneratorRun Run(string slots) => Harness(slots).Run();
}

internal static class FirstDiagnostic
{
    /// <summary>As AssertReports, for a mistake that makes others follow.</summary>
    public static void AssertFirst(this GeneratorRun run, string id, int line, int column, string part)
    {
        var first = run.Diagnostics.OrderBy(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition).First();
        Assert.Equal(id, first.Id);
        var start = first.Location.GetLineSpan().StartLinePosition;
        Assert.Equal((line, column), (start.Line + 1, start.Character + 1));
        Assert.Contains(part, first.GetMessage(), StringComparison.Ordinal);
    }
}
