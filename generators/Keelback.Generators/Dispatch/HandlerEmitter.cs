using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Opcodes;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Dispatch;

/// <summary>Declares the hand-written halves: a handler for each opcode, guards, and specialisation of each family.</summary>
internal static class HandlerEmitter
{
    public static string EmitHandlers(OpcodeSet set)
    {
        var writer = SourceWriter.ForFile("Keelback.Vm", "System", "Keelback.Bytecode");
        writer.Line("/// <summary>What each instruction does. The halves with a body stand in the folder Ops.</summary>");
        writer.Open("internal static unsafe partial class Ops");
        var isFirst = true;
        foreach (var handler in Executed(set))
        {
            if (handler.HasHandler)
            {
                Separate(writer, ref isFirst);
                writer.Line($"/// <summary>{handler.Opcode.Name}: {CSharpNames.Xml(handler.Opcode.Doc)}</summary>");
                writer.Line($"internal static partial {handler.ReturnType} {handler.Opcode.CSharpName}({handler.Parameters()});");
            }

            if (handler.HasCustomGuard)
            {
                Separate(writer, ref isFirst);
                writer.Line($"/// <summary>Whether {handler.Opcode.Name} can stand in for its general form.</summary>");
                writer.Line($"internal static partial bool Can{handler.Opcode.CSharpName}({handler.GuardParameters()});");
            }
        }

        return writer.Close().ToString();
    }

    public static string EmitSpecialization(OpcodeSet set)
    {
        var writer = SourceWriter.ForFile("Keelback.Vm", "System");
        writer.Open("internal static unsafe partial class Specialization");
        var isFirst = true;
        foreach (var handler in Executed(set).Where(handler => handler.IsFamilyHead))
        {
            Separate(writer, ref isFirst);
            writer.Line($"/// <summary>Looks at what a {handler.Opcode.Name} met and picks the form for it.</summary>");
            writer.Line($"internal static partial void {handler.Opcode.CSharpName}({handler.SpecializationParameters()});");
        }

        return writer.Close().ToString();
    }

    /// <summary>The opcodes that the eval loop runs.</summary>
    public static IEnumerable<HandlerModel> Executed(OpcodeSet set) => set.Opcodes
        .Where(opcode => !opcode.IsPseudo && !opcode.IsInstrumented
            && opcode.Name is not ("CACHE" or "RESERVED" or "EXTENDED_ARG" or "ENTER_EXECUTOR" or "INTERPRETER_EXIT"))
        .Select(opcode => new HandlerModel(set, opcode));

    private static void Separate(SourceWriter writer, ref bool isFirst)
    {
        if (!isFirst)
            writer.Line();
        isFirst = false;
    }
}
