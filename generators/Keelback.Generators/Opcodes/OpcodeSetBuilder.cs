using System;
using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;
using Keelback.Generators.Tokens;

namespace Keelback.Generators.Opcodes;

/// <summary>
/// Puts the files together and checks what shows only then. An entry with a bad reference is kept without the
/// reference, so that code which names it still compiles.
/// </summary>
internal sealed class OpcodeSetBuilder
{
    private readonly IReadOnlyList<OpcodeFile> _files;
    private readonly IReadOnlyList<FileResult<OperandModel>> _operandFiles;
    private readonly List<SpecDiagnostic> _diagnostics = [];
    private readonly Dictionary<string, OpcodeModel> _opcodes = [];
    private readonly Dictionary<string, OperandModel> _operands = [];

    private OpcodeSetBuilder(IReadOnlyList<OpcodeFile> files, IReadOnlyList<FileResult<OperandModel>> operandFiles) =>
        (_files, _operandFiles) = (files, operandFiles);

    public static OpcodeBuild Build(
        IReadOnlyList<OpcodeFile> files,
        IReadOnlyList<FileResult<OperandModel>> operandFiles,
        TokenTable tokens,
        bool hasOwnOperators = false) => new OpcodeSetBuilder(files, operandFiles).Build(tokens, hasOwnOperators);

    private OpcodeBuild Build(TokenTable tokens, bool hasOwnOperators)
    {
        var operands = SpecEntries.Merge(_operandFiles);
        var opcodes = SpecEntries.Merge(_files.Select(file => file.Result));
        _diagnostics.AddRange(operands.Diagnostics);
        _diagnostics.AddRange(opcodes.Diagnostics);
        foreach (var operand in operands.Models)
            _operands.Add(operand.Name, OperatorMembers.AddTo(operand, tokens));
        foreach (var opcode in opcodes.Models)
            AddUnlessTaken(opcode);
        foreach (var opcode in _opcodes.Values.ToList())
            _opcodes[opcode.Name] = Complete(opcode);

        Check();
        var ordered = _opcodes.Values.OrderBy(opcode => opcode.Code).ToEquatableArray();
        var all = operands.Models.Select(operand => _operands[operand.Name]).ToEquatableArray();
        var isVariant = _files.Any(file => file.Result.File.IsOverlay) || _operandFiles.Any(file => file.File.IsOverlay)
            || hasOwnOperators;
        return new(new(ordered, all, MagicNumbers.Of(ordered, all, isVariant)), _diagnostics.ToEquatableArray());
    }

    private void AddUnlessTaken(OpcodeModel opcode)
    {
        var other = _opcodes.Values.FirstOrDefault(candidate => candidate.Code == opcode.Code);
        if (other is null)
            _opcodes.Add(opcode.Name, opcode);
        else
            Report(SpecDiagnosticCatalogue.DuplicateNumber, opcode.Name, "code", opcode.Name, opcode.Code.ToString(), other.Name);
    }

    // The model with its guards' names looked up, a composite's picture worked out, and bad references taken away.
    private OpcodeModel Complete(OpcodeModel opcode)
    {
        if (opcode.HasOperand && !_operands.ContainsKey(opcode.Operand))
        {
            var hint = Suggestion.DidYouMean(opcode.Operand, _operands.Keys);
            Report(SpecDiagnosticCatalogue.UnknownOperandKind, opcode.Name, "oparg", opcode.Name, opcode.Operand, hint);
            opcode = opcode with { Operand = "" };
        }

        opcode = opcode with
        {
            Specializes = General(opcode, "specializes", opcode.Specializes),
            Instruments = General(opcode, "instruments", opcode.Instruments),
            Absorbs = Known(opcode, "absorbs", opcode.Absorbs) ? opcode.Absorbs : "",
            PseudoTargets = opcode.PseudoTargets.Where(name => Known(opcode, "pseudo", name)).ToEquatableArray(),
            Guards = opcode.Guards.Select(guard => Resolve(opcode, guard)).Where(guard => guard is not null)
                .Select(guard => guard!).ToEquatableArray(),
        };
        return opcode.IsComposite ? CompleteComposite(opcode) : opcode;
    }

    private GuardModel? Resolve(OpcodeModel opcode, GuardModel guard)
    {
        if (guard.Condition is null)
            return guard;
        var operand = _operands.TryGetValue(opcode.Operand, out var found) ? found : null;
        var unknown = "";
        var condition = guard.Condition.Resolve(name =>
        {
            if (operand?.Find(name) is { } member)
                return new OpargExpression.Member(operand.CSharpName, member.CSharpName, member.Value);
            unknown = name;
            return null;
        });
        if (condition is not null)
            return guard with { Condition = condition };
        var names = operand?.Members.Select(member => member.Name.Substring(operand.Prefix.Length).ToLowerInvariant()) ?? [];
        var problem = $"'{unknown}' is no member of the operand kind{Suggestion.DidYouMean(unknown, names)}";
        Report(SpecDiagnosticCatalogue.BadGuard, opcode.Name, "when", opcode.Name, guard.Condition.ToCSharp(), problem);
        return null;
    }

    private OpcodeModel CompleteComposite(OpcodeModel opcode)
    {
        if (!opcode.Uses.All(name => Known(opcode, "uses", name)))
            return opcode with { Uses = default };
        var parts = opcode.Uses.Select(name => _opcodes[name]).ToList();
        var indices = _operands.TryGetValue(opcode.Operand, out var operand) ? Math.Max(1, operand.Indices.Count) : 0;
        if (parts.Count(part => part.HasOperand) > indices)
            return Bad("more of them have an oparg than its own oparg holds");
        if (parts.Take(parts.Count - 1).Any(part => part.Returns || part.Yields || part.CallsFrame || part.Jump.Kind != JumpKind.Never))
            return Bad("only the last may jump, call or leave the frame");
        StackPicture? stack = StackPicture.Empty;
        foreach (var part in parts)
            stack = stack?.Then(part.Stack);
        if (stack is null)
            return Bad("one takes a part of what another left as a group");
        return opcode with
        {
            Stack = stack,
            Jump = parts[parts.Count - 1].Jump,
            Raises = opcode.Raises || parts.Any(part => part.Raises),
            Escapes = opcode.Escapes || parts.Any(part => part.Escapes),
            CallsFrame = parts.Any(part => part.CallsFrame),
            Returns = parts.Any(part => part.Returns),
            Yields = parts.Any(part => part.Yields),
        };

        OpcodeModel Bad(string problem)
        {
            Report(SpecDiagnosticCatalogue.BadComposite, opcode.Name, "uses", opcode.Name, problem);
            return opcode with { Uses = default };
        }
    }

    private string General(OpcodeModel opcode, string key, string name)
    {
        if (name.Length == 0)
            return "";
        string problem;
        if (!_opcodes.TryGetValue(name, out var general))
            problem = $"which does not exist{Suggestion.DidYouMean(name, _opcodes.Keys)}";
        else if (general.IsSpecialized)
            problem = $"which is itself a form of '{general.Specializes}'";
        else
            return name;
        Report(SpecDiagnosticCatalogue.UnknownFamily, opcode.Name, key, opcode.Name, name, problem);
        return "";
    }

    private bool Known(OpcodeModel opcode, string key, string name)
    {
        if (name.Length == 0 || _opcodes.ContainsKey(name))
            return true;
        Report(SpecDiagnosticCatalogue.UnknownPart, opcode.Name, key, opcode.Name, name, Suggestion.DidYouMean(name, _opcodes.Keys));
        return false;
    }

    private void Check()
    {
        foreach (var opcode in _opcodes.Values)
        {
            var jumps = opcode.Jump.Kind != JumpKind.Never;
            var isDistance = _operands.TryGetValue(opcode.Operand, out var operand)
                && (operand.Jump != JumpDirection.None || operand.Name == "monitored_jump");
            if (jumps && !isDistance)
                Report(SpecDiagnosticCatalogue.JumpWithoutTarget, opcode.Name, "jumps", opcode.Name);
            if (opcode.IsSpecialized)
                CheckForm(opcode, _opcodes[opcode.Specializes]);
        }
    }

    // A specialised form must leave the stack as its general form does, at every oparg that its guards allow.
    private void CheckForm(OpcodeModel form, OpcodeModel general)
    {
        var absorbed = form.Absorbs.Length > 0 ? _opcodes[form.Absorbs].Stack : StackPicture.Empty;
        foreach (var oparg in Enumerable.Range(0, 40).Concat([256, 515]).Where(oparg => form.Guards.All(guard => guard.Allows(oparg))))
        {
            var fromBelow = Math.Max(0, absorbed.PoppedAt(0) - general.Stack.PushedAt(oparg));
            var popped = general.Stack.PoppedAt(oparg) + fromBelow;
            var pushed = general.Stack.PushedAt(oparg) + fromBelow - absorbed.PoppedAt(0) + absorbed.PushedAt(0);
            var (actualPopped, actualPushed) = (form.Stack.PoppedAt(oparg), form.Stack.PushedAt(oparg));
            if (popped == actualPopped && pushed == actualPushed)
                continue;
            Report(
                SpecDiagnosticCatalogue.SpecializedStackDiffers, form.Name, "stack",
                form.Name, $"{actualPopped}", $"{actualPushed}", general.Name, $"{popped}", $"{pushed}", $"{oparg}");
            return;
        }

        var known = general.Stack.Outputs.Concat(form.Stack.Inputs).Select(item => item.Name).ToList();
        foreach (var item in form.Stack.Outputs.Where(item => !item.IsUnused && !known.Contains(item.Name)))
        {
            var hint = Suggestion.DidYouMean(item.Name, general.Stack.Outputs.Select(output => output.Name));
            Report(SpecDiagnosticCatalogue.UnknownOutput, form.Name, "stack", form.Name, item.Name, general.Name, hint);
        }
    }

    // At the key's value where the entry has one, else at the entry's name.
    private void Report(string id, string entry, string key, params string[] arguments)
    {
        foreach (var file in _files.OrderByDescending(file => file.Result.File.IsOverlay))
        {
            foreach (var place in file.Places.Where(place => place.Entry == entry && place.Key == key))
            {
                _diagnostics.Add(new(id, file.Result.File.Path, place.Span, arguments.ToEquatableArray()));
                return;
            }
        }

        if (SpecEntries.Locate(_files.Select(file => file.Result), entry, id, arguments) is { } found)
            _diagnostics.Add(found);
    }
}
