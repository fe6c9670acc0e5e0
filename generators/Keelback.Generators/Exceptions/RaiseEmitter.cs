using Keelback.Generators.Shared;

namespace Keelback.Generators.Exceptions;

/// <summary>Writes the factories by which C# code makes Python exceptions.</summary>
internal static class RaiseEmitter
{
    public static string Emit(ExceptionTree tree)
    {
        var writer = SourceWriter.ForFile("Keelback.Vm", "System");
        writer.Line("/// <summary>Makes Python exceptions to throw, or to leave pending in the thread.</summary>");
        writer.Open("internal static partial class Raise");
        foreach (var exception in tree.Exceptions)
        {
            var instance = $"new {tree.ClassOf(exception)}(ExceptionTypes.{exception.CSharpName})";
            var name = exception.CSharpName;
            writer.Line($"""
                /// <summary>{exception.Name} with a message: {CSharpNames.Xml(exception.Doc)}</summary>
                public static PyException {name}(string message) => Make({instance}, message);

                /// <summary>{exception.Name} with arguments: {CSharpNames.Xml(exception.Doc)}</summary>
                public static PyException {name}(params ReadOnlySpan<PyValue> arguments) => Make({instance}, arguments);
                """).Line();
        }

        writer.Close();
        return writer.ToString();
    }
}
