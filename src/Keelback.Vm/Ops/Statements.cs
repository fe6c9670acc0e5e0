using System.Runtime.CompilerServices;

namespace Keelback.Vm;

/// <summary>Imports, pattern matching, and the parts of f- and t-strings.</summary>
internal static unsafe partial class Ops
{
    internal static partial PyValue ImportName(PyThread thread, PyValue level, PyValue fromlist, PyStr name) =>
        thread.Interpreter.Imports.ImportName(thread, thread.Frame!, name, fromlist, level);

    internal static partial PyValue ImportFrom(PyThread thread, PyValue module, PyStr name) =>
        thread.Interpreter.Imports.ImportFrom(thread, module, name);

    internal static partial PyValue MatchSequence(PyThread thread, PyValue subject) =>
        PyValue.FromBool((subject.Type.Flags & TypeFlags.Sequence) != 0);

    internal static partial PyValue MatchMapping(PyThread thread, PyValue subject) =>
        PyValue.FromBool((subject.Type.Flags & TypeFlags.Mapping) != 0);

    internal static partial PyValue MatchKeys(PyThread thread, PyValue subject, PyValue keys) =>
        PatternMatching.MatchKeys(thread, subject, (PyTuple)keys.Ref!);

    internal static partial PyValue MatchClass(PyThread thread, PyValue subject, PyValue @class, PyValue names, int oparg) =>
        PatternMatching.MatchClass(thread, subject, @class, oparg, (PyTuple)names.Ref!);

    internal static partial PyValue ConvertValue(PyThread thread, PyValue value, int oparg) =>
        (Bytecode.FormatConversion)oparg switch
        {
            Bytecode.FormatConversion.Str => Operators.Str(thread, value),
            Bytecode.FormatConversion.Repr => Operators.Repr(thread, value),
            _ => Operators.Ascii(thread, value),
        };

    internal static partial PyValue FormatSimple(PyThread thread, PyValue value) =>
        value.Ref!.GetType() == typeof(PyStr) ? value : Operators.Format(thread, value, PyStr.Empty);

    internal static partial PyValue FormatWithSpec(PyThread thread, PyValue value, PyValue specification) =>
        Operators.Format(thread, value, Unsafe.As<PyStr>(specification.Ref!));

    internal static partial PyValue BuildInterpolation(
        PyThread thread, PyValue value, PyValue expression, PyValue specification, int oparg) =>
        PyInterpolation.Create(value, expression, oparg >> 2, (oparg & 1) != 0 ? specification : PyStr.Empty);

    internal static partial PyValue BuildTemplate(PyThread thread, PyValue strings, PyValue interpolations) =>
        new PyTemplate((PyTuple)strings.Ref!, (PyTuple)interpolations.Ref!);

    internal static partial bool CanResumeCheck(PyThread thread, int oparg) => !thread.BreakRequested;
}
