using System;
using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Opcodes;

/// <summary>The place of a key's value, for mistakes that show only when all files are together.</summary>
internal readonly record struct FieldPlace(string Entry, string Key, SpecSpan Span);

/// <summary>What one *.op.yaml file holds, and where.</summary>
internal sealed record OpcodeFile(FileResult<OpcodeModel> Result, EquatableArray<FieldPlace> Places);

/// <summary>Reads one *.op.yaml file; what an entry says of other entries is checked by OpcodeSetBuilder.</summary>
internal static class OpcodeParser
{
    private const int FirstPseudoCode = 256;
    private const int CodeLimit = 512;

    private static readonly string[] s_effects = ["raises", "escapes", "stores"];
    private static readonly string[] s_placedKeys = ["code", "oparg", "stack", "specializes", "instruments", "absorbs", "uses", "pseudo", "when", "jumps"];

    public static OpcodeFile Parse(SpecFile file)
    {
        var places = new List<FieldPlace>();
        var result = SpecEntries.Parse(file, reader => Read(reader, places));
        return new(result, places.ToEquatableArray());
    }

    private static OpcodeModel? Read(EntryReader reader, List<FieldPlace> places)
    {
        var isPseudo = reader.Node("pseudo") is not null;
        var uses = Names(reader, "uses");
        var stack = ReadStack(reader, uses.Count > 0);
        var effects = ReadEffects(reader);
        var model = new OpcodeModel(
            reader.Entry,
            ReadCode(reader, isPseudo),
            reader.Text("csharp") ?? CSharpNames.Pascal(reader.Entry),
            reader.Doc(),
            reader.Text("oparg") ?? "",
            stack ?? StackPicture.Empty,
            ReadJump(reader, stack),
            ReadCache(reader))
        {
            Specializes = reader.Text("specializes") ?? "",
            Guards = reader.Scalar("when") is { } when && stack is not null ? GuardParser.Parse(reader, when, stack) : default,
            Absorbs = reader.Text("absorbs") ?? "",
            Uses = uses,
            Instruments = reader.Text("instruments") ?? "",
            IsPseudo = isPseudo,
            PseudoTargets = Names(reader, "pseudo"),
            CallsFrame = ReadCalls(reader),
            Returns = reader.Flag("returns"),
            Yields = reader.Flag("yields"),
            Unwinds = reader.Flag("unwinds"),
            ChecksEvalBreaker = reader.Flag("eval_breaker"),
            Raises = effects.Contains("raises"),
            Escapes = effects.Contains("escapes"),
            Stores = effects.Contains("stores"),
            IsHot = reader.Flag("hot"),
        };
        foreach (var key in s_placedKeys)
        {
            if (reader.Node(key) is { } node)
                places.Add(new(reader.Entry, key, node.Span));
        }

        return model;
    }

    private static int ReadCode(EntryReader reader, bool isPseudo)
    {
        var code = reader.RequiredInt("code");
        var isInRange = isPseudo ? code is >= FirstPseudoCode and < CodeLimit : code is >= 0 and < FirstPseudoCode;
        if (!isInRange && reader.Scalar("code") is { } scalar)
            reader.Report(SpecDiagnosticCatalogue.CodeOutOfRange, scalar.Span, reader.Entry, scalar.Value);
        return code;
    }

    private static StackPicture? ReadStack(EntryReader reader, bool isComposite)
    {
        if (isComposite && reader.Node("stack") is null)
            return null;
        var text = reader.RequiredScalar("stack");
        return text.Value.Length == 0 ? null : StackPictureParser.Parse(reader, text);
    }

    private static JumpModel ReadJump(EntryReader reader, StackPicture? stack)
    {
        if (reader.Scalar("jumps") is not { } text || stack is null)
            return JumpModel.Never;
        if (text.Value == "always")
            return new(JumpKind.Always, "");
        var space = text.Value.IndexOf(' ');
        var item = space < 0 ? text.Value : text.Value.Substring(0, space);
        var test = space < 0 ? "" : text.Value.Substring(space + 1);
        var kind = test switch
        {
            "is True" => JumpKind.IfTrue,
            "is False" => JumpKind.IfFalse,
            "is None" => JumpKind.IfNone,
            "is not None" => JumpKind.IfNotNone,
            "is missing" => JumpKind.IfMissing,
            "returned" => JumpKind.IfReturned,
            _ => JumpKind.Never,
        };
        var side = kind == JumpKind.IfMissing ? stack.Outputs : stack.Inputs;
        var names = side.Select(candidate => candidate.Name).ToList();
        if (kind != JumpKind.Never && names.Contains(item))
            return new(kind, item);
        var hint = kind == JumpKind.Never
            ? ": conditions are 'always', and 'is True', 'is False', 'is None', 'is not None', 'is missing' or 'returned' behind an item's name"
            : Suggestion.DidYouMean(item, names);
        reader.Report(SpecDiagnosticCatalogue.BadJumpCondition, text.Span, reader.Entry, text.Value, hint);
        return JumpModel.Never;
    }

    private static HashSet<string> ReadEffects(EntryReader reader)
    {
        var effects = new HashSet<string>();
        foreach (var effect in reader.List("effects"))
        {
            if (Array.IndexOf(s_effects, effect.Value) >= 0)
                effects.Add(effect.Value);
            else
                Unknown(reader, effect, s_effects);
        }

        return effects;
    }

    private static bool ReadCalls(EntryReader reader)
    {
        if (reader.Scalar("calls") is not { } calls)
            return false;
        if (calls.Value != "frame")
            Unknown(reader, calls, ["frame"]);
        return true;
    }

    private static void Unknown(EntryReader reader, YamlScalar effect, string[] known) => reader.Report(
        SpecDiagnosticCatalogue.UnknownEffect, effect.Span, reader.Entry, effect.Value, Suggestion.DidYouMean(effect.Value, known));

    private static EquatableArray<CacheFieldModel> ReadCache(EntryReader reader)
    {
        var fields = new List<CacheFieldModel>();
        foreach (var pair in reader.Map("cache"))
        {
            if (pair.Value is YamlScalar { Value: "1" or "2" or "4" } units)
                fields.Add(new(pair.Key.Value, units.Value[0] - '0'));
            else
                reader.WrongKind(pair.Key.Value, pair.Value, "1, 2 or 4 code units");
        }

        return fields.ToEquatableArray();
    }

    private static EquatableArray<string> Names(EntryReader reader, string key) =>
        reader.List(key).Select(name => name.Value).ToEquatableArray();
}
