using System;
using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Natives;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Types;

/// <summary>A slot as written in a type's entry, before slots.yaml has said what it is.</summary>
internal sealed record SpecSlot(string Slot, string Impl, SpecSpan Span, LineMapping Line);

/// <summary>
/// A built-in type as its file describes it. What needs other files (the base's C# class, the shapes of slots) is still
/// by name.
/// </summary>
internal sealed record TypeSpec(
    string Path, string Base, SpecSpan BaseSpan, NativeTypeModel Type, EquatableArray<SpecSlot> Slots);

/// <summary>A type's name with its base's name and its C# class.</summary>
internal sealed record TypeLink(string PythonName, string BaseName, string CSharpName);

/// <summary>Which C# class stands for which Python type.</summary>
internal sealed record TypeLinks(EquatableArray<TypeLink> Links)
{
    // Types whose classes come from other specs or are needed before theirs is written.
    public TypeLink? Find(string name) => Links.FirstOrDefault(link => link.PythonName == name);

    public IEnumerable<string> Names => Links.Select(link => link.PythonName);

    /// <summary>The names on the way from a type back to itself; null where the bases end.</summary>
    public string? Cycle(string name)
    {
        var path = new List<string>();
        for (var link = Find(name); link is not null && link.BaseName.Length > 0; link = Find(link.BaseName))
        {
            if (link.BaseName == name)
                return path.Count == 0 ? "itself" : string.Join(", ", path.Select(step => $"'{step}'"));
            if (path.Contains(link.BaseName, StringComparer.Ordinal))
                return null;
            path.Add(link.BaseName);
        }

        return null;
    }
}
