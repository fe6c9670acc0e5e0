using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Exceptions;

/// <summary>Writes the type objects of all exceptions, their names in builtins, and which one an error number makes.</summary>
internal static class ExceptionTypesEmitter
{
    public static string Emit(ExceptionTree tree)
    {
        var writer = SourceWriter.ForFile("Keelback.Vm");
        writer.Line("/// <summary>The type objects of the built-in exceptions and warnings.</summary>");
        writer.Open("internal static unsafe partial class ExceptionTypes");
        foreach (var exception in tree.Exceptions)
            WriteType(writer, exception);
        WriteNames(writer, tree);
        WriteNewInstance(writer, tree);
        WriteErrnos(writer, tree);
        writer.Close();
        return writer.ToString();
    }

    private static void WriteType(SourceWriter writer, ExceptionModel exception)
    {
        var @base = exception.IsRoot ? "CoreTypes.Object" : CSharpNames.Pascal(exception.Base);
        var arguments = $"{CSharpNames.Literal(exception.Name)}, {CSharpNames.Literal(exception.Doc)}, {@base}";
        if (exception.CSharp.Length > 0)
            arguments += $", &{exception.CSharp}.FillSlots, &{exception.CSharp}.Populate";
        else if (exception.OtherBases.Count > 0)
            arguments += $", [{string.Join(", ", exception.OtherBases.Select(CSharpNames.Pascal))}]";
        writer.Line($"/// <summary>{exception.Name}: {CSharpNames.Xml(exception.Doc)}</summary>");
        writer.Line($"public static readonly PyType {exception.CSharpName} = Create({arguments});").Line();
    }

    private static void WriteNames(SourceWriter writer, ExceptionTree tree)
    {
        writer.Line("/// <summary>The names of the exceptions in the module builtins, other names of theirs included.</summary>");
        writer.Line("public static readonly (string Name, PyType Type)[] BuiltinNames =").Line("[").Indent();
        foreach (var exception in tree.Exceptions)
        {
            foreach (var name in exception.Aliases.Prepend(exception.Name))
                writer.Line($"({CSharpNames.Literal(name)}, {exception.CSharpName}),");
        }

        writer.Unindent().Line("];").Line();
    }

    private static void WriteNewInstance(SourceWriter writer, ExceptionTree tree)
    {
        writer.Line("/// <summary>An exception of the C# class that instances of a type have; its arguments are still to be set.</summary>");
        writer.Open("public static PyBaseException NewInstance(PyType type)");
        writer.Line("var solid = type.SolidBase;");
        foreach (var exception in tree.Exceptions.Where(exception => exception.CSharp.Length > 0 && !exception.IsRoot))
        {
            writer.Line($"if (ReferenceEquals(solid, {exception.CSharpName}))");
            writer.Line($"    return new {exception.CSharp}(type);");
        }

        writer.Line("return new PyBaseException(type);");
        writer.Close().Line();
    }

    private static void WriteErrnos(SourceWriter writer, ExceptionTree tree)
    {
        writer.Line("/// <summary>The class that OSError makes for an error number of the system, as Linux counts; null for none.</summary>");
        writer.Line("public static PyType? ForErrno(long number) => number switch").Line("{").Indent();
        foreach (var exception in tree.Exceptions)
        {
            foreach (var errno in exception.Errnos)
                writer.Line($"{errno.Number} => {exception.CSharpName}, // {errno.Name}");
        }

        writer.Line("_ => null,").Unindent().Line("};");
    }
}
