using System;
using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Opcodes;

/// <summary>Parses "left, right -- result", and says where in the text a mistake is.</summary>
internal static class StackPictureParser
{
    /// <summary>The picture, or null with a diagnostic.</summary>
    public static StackPicture? Parse(EntryReader reader, YamlScalar text)
    {
        var parts = text.Value.Split(["--"], StringSplitOptions.None);
        if (parts.Length != 2)
        {
            Report(reader, text, 0, text.Value.Length, parts.Length < 2 ? "'--' is missing" : "there is more than one '--'");
            return null;
        }

        var inputs = Side(reader, text, parts[0], 0);
        var outputs = Side(reader, text, parts[1], parts[0].Length + 2);
        return inputs is null || outputs is null ? null : new(inputs.ToEquatableArray(), outputs.ToEquatableArray());
    }

    private static List<StackItem>? Side(EntryReader reader, YamlScalar text, string side, int offset)
    {
        var items = new List<StackItem>();
        if (side.Trim().Length == 0)
            return items;
        var isGood = true;
        foreach (var part in side.Split(','))
        {
            var trimmed = part.Trim();
            var place = offset + part.Length - part.TrimStart().Length;
            offset += part.Length + 1;
            if (Item(trimmed) is not { } item)
            {
                isGood = false;
                Report(reader, text, place, trimmed.Length, $"'{trimmed}' is neither a name nor name[expression of oparg]");
            }
            else if (!item.IsUnused && items.Any(other => other.Name == item.Name))
            {
                isGood = false;
                Report(reader, text, place, trimmed.Length, $"'{item.Name}' stands twice on one side");
            }
            else
            {
                items.Add(item);
            }
        }

        return isGood ? items : null;
    }

    private static StackItem? Item(string text)
    {
        var bracket = text.IndexOf('[');
        var name = bracket < 0 ? text : text.Substring(0, bracket);
        if (name.Length == 0 || !char.IsLetter(name[0]) || !name.All(c => char.IsLetterOrDigit(c) || c == '_'))
            return null;
        if (bracket < 0)
            return new(name, null);
        if (text[text.Length - 1] != ']')
            return null;
        var size = OpargExpressionParser.Parse(text.Substring(bracket + 1, text.Length - bracket - 2));
        return size?.Resolve(_ => null) is { } resolved ? new(name, resolved) : null;
    }

    private static void Report(EntryReader reader, YamlScalar text, int offset, int length, string what) =>
        reader.Report(SpecDiagnosticCatalogue.BadStackPicture, text.Part(offset, length), reader.Entry, what);
}
