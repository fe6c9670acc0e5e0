using System;
using System.IO;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Keelback.Generators.Shared;

/// <summary>A spec file as the compiler hands it over; <see cref="Overlay"/> is the variant's name, or empty.</summary>
internal sealed record SpecFile(string Path, string Text, string Overlay)
{
    public bool IsOverlay => Overlay.Length > 0;
}

internal static class SpecFiles
{
    /// <summary>The files whose name ends with the suffix, which is all that tells their kind.</summary>
    public static IncrementalValuesProvider<SpecFile> OfKind(
        IncrementalGeneratorInitializationContext context, string suffix, string stepName) =>
        context.AdditionalTextsProvider
            .Where(text => System.IO.Path.GetFileName(text.Path) is var name
                && (name.EndsWith("." + suffix, StringComparison.Ordinal) || name == suffix))
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select((pair, token) => Read(pair.Left, pair.Right, token))
            .WithTrackingName(stepName);

    /// <summary>Whether the project asks for the artefact in its SpecArtifacts property.</summary>
    public static IncrementalValueProvider<bool> Wants(
        IncrementalGeneratorInitializationContext context, string artifact) =>
        context.AnalyzerConfigOptionsProvider.Select((options, _) =>
            options.GlobalOptions.TryGetValue("build_property.SpecArtifacts", out var wanted)
            && Array.IndexOf(wanted.Split('|'), artifact) >= 0);

    private static SpecFile Read(AdditionalText text, AnalyzerConfigOptionsProvider options, CancellationToken token)
    {
        options.GetOptions(text).TryGetValue("build_metadata.AdditionalFiles.SpecOverlay", out var overlay);
        return new SpecFile(text.Path, text.GetText(token)?.ToString() ?? "", overlay ?? "");
    }
}
