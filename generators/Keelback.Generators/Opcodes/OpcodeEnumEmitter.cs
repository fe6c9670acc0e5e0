using Keelback.Generators.Shared;

namespace Keelback.Generators.Opcodes;

/// <summary>Emits the Opcode enum.</summary>
internal static class OpcodeEnumEmitter
{
    public static string Emit(OpcodeSet set)
    {
        var writer = SourceWriter.ForFile("Keelback.Bytecode");
        writer.Line("/// <summary>The instructions, with their numbers in bytecode; those above 255 only the compiler knows.</summary>");
        writer.Open("public enum Opcode : ushort");
        for (var i = 0; i < set.Opcodes.Count; i++)
        {
            var opcode = set.Opcodes[i];
            if (i > 0)
                writer.Line();
            writer.Line($"/// <summary>{CSharpNames.Xml(opcode.Doc)}</summary>");
            writer.Line($"/// <remarks><c>{CSharpNames.Xml(opcode.Stack.ToString())}</c></remarks>");
            writer.Line($"{opcode.CSharpName} = {opcode.Code},");
        }

        return writer.Close().ToString();
    }
}
