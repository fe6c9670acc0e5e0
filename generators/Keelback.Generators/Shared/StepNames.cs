namespace Keelback.Generators.Shared;

/// <summary>
/// The names of the pipelines' steps, for tests that ask whether a step was cached. A kind adds its own in a part of
/// this class that stands in its folder.
/// </summary>
internal static partial class StepNames;
