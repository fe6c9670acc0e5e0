using System;
using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Opcodes;

/// <summary>Parses the 'when' of a specialised form: terms separated by ';'.</summary>
internal static class GuardParser
{
    /// <summary>The types that a guard can ask for; each is exact.</summary>
    public static readonly string[] TypeNames =
    [
        "int", "compact_int", "float", "bool", "none", "null", "str", "bytes", "list", "tuple", "dict", "set", "any_set",
        "slice", "type", "module", "function", "method", "builtin_function", "method_descriptor", "list_iterator",
        "tuple_iterator", "range_iterator", "generator", "generator_or_coroutine",
    ];

    /// <summary>The builtins that a guard can ask for.</summary>
    public static readonly string[] BuiltinNames = ["type", "str", "tuple", "len", "isinstance", "super", "list.append"];

    private static readonly string[] s_itemChecks = ["type_version", "keys_version", "function_version"];
    private static readonly string[] s_plainChecks = ["globals_version", "builtins_version"];

    public static EquatableArray<GuardModel> Parse(EntryReader reader, YamlScalar text, StackPicture stack)
    {
        var guards = new List<GuardModel>();
        var offset = 0;
        foreach (var part in text.Value.Split(';'))
        {
            var term = part.Trim();
            var place = text.Part(offset + part.Length - part.TrimStart().Length, term.Length);
            offset += part.Length + 1;
            if (Term(term, stack, out var problem) is { } guard)
                guards.Add(guard);
            else
                reader.Report(SpecDiagnosticCatalogue.BadGuard, place, reader.Entry, term, problem);
        }

        return guards.ToEquatableArray();
    }

    private static GuardModel? Term(string term, StackPicture stack, out string problem)
    {
        if (term == "custom")
            return Good(new(GuardKind.Custom, "", "custom", null, false), out problem);
        if (Array.IndexOf(s_plainChecks, term) >= 0)
            return Good(new(GuardKind.Check, "", term, null, false), out problem);

        var colon = term.IndexOf(':');
        if (colon > 0)
            return OfItem(GuardKind.Type, term.Substring(0, colon), term.Substring(colon + 1), TypeNames, "type", stack, out problem);
        var identity = term.IndexOf(" is ", StringComparison.Ordinal);
        if (identity > 0)
        {
            return OfItem(
                GuardKind.Identity, term.Substring(0, identity), term.Substring(identity + 4), BuiltinNames, "builtin", stack, out problem);
        }

        var parenthesis = term.IndexOf('(');
        if (parenthesis > 0 && term[term.Length - 1] == ')')
        {
            var item = term.Substring(parenthesis + 1, term.Length - parenthesis - 2);
            return OfItem(GuardKind.Check, item, term.Substring(0, parenthesis), s_itemChecks, "check", stack, out problem);
        }

        return Condition(term, out problem);
    }

    private static GuardModel? Condition(string term, out string problem)
    {
        var isNegated = term.StartsWith("not ", StringComparison.Ordinal);
        var text = isNegated ? term.Substring(4) : term;
        if (text.StartsWith("oparg", StringComparison.Ordinal) && OpargExpressionParser.Parse(text) is { } condition)
            return Good(new(GuardKind.Oparg, "", "", condition, isNegated), out problem);
        problem = "it is none of 'item: type', 'item is builtin', a condition of oparg, a check or 'custom'"
            + Suggestion.DidYouMean(term, s_itemChecks.Concat(s_plainChecks).Concat(["custom"]));
        return null;
    }

    private static GuardModel? OfItem(
        GuardKind kind, string item, string target, string[] targets, string noun, StackPicture stack, out string problem)
    {
        (item, target) = (item.Trim(), target.Trim());
        var items = stack.Inputs.Where(input => !input.IsUnused).Select(input => input.Name).ToList();
        if (!items.Contains(item))
        {
            problem = $"'{item}' is none of the stack's inputs{Suggestion.DidYouMean(item, items)}";
            return null;
        }

        if (Array.IndexOf(targets, target) < 0)
        {
            problem = $"'{target}' is no {noun} that a guard can ask for{Suggestion.DidYouMean(target, targets)}";
            return null;
        }

        return Good(new(kind, item, target, null, false), out problem);
    }

    private static GuardModel Good(GuardModel guard, out string problem)
    {
        problem = "";
        return guard;
    }
}
