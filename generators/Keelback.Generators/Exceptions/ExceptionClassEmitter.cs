using System.Linq;
using Keelback.Generators.Fields;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Exceptions;

/// <summary>Writes the C# class of an exception that holds more, or behaves otherwise, than its base.</summary>
internal static class ExceptionClassEmitter
{
    public static string Emit(ExceptionTree tree, ExceptionModel exception)
    {
        var name = exception.CSharp;
        var writer = SourceWriter.ForFile("Keelback.Vm");
        if (exception.IsRoot)
        {
            writer.Open($"unsafe partial class {name}");
        }
        else
        {
            var @base = tree.Find(exception.Base) is { } found ? tree.ClassOf(found) : "PyBaseException";
            writer.Line($"/// <summary>{exception.Name}: {CSharpNames.Xml(exception.Doc)}</summary>");
            writer.Open($"internal unsafe partial class {name} : {@base}");
            writer.Line("/// <summary>An exception of a class that is, or derives from, this one; its arguments are still to be set.</summary>");
            writer.Line($$"""
                internal {{name}}(PyType type)
                    : base(type)
                {
                }
                """).Line();
        }

        var hiding = exception.IsRoot ? "" : "new ";
        writer.Line("/// <summary>The Python type.</summary>");
        writer.Line($"internal static {hiding}PyType TypeObject => ExceptionTypes.{exception.CSharpName};").Line();
        foreach (var attribute in exception.Attributes)
            WriteProperty(writer, attribute);
        var fields = exception.Attributes.Where(attribute => attribute.Kind == AttributeKind.Object)
            .Select(attribute => new FieldModel("", "PyValue", attribute.CSharpName, FieldKind.Value, true, "set"))
            .ToList();
        if (fields.Count > 0)
        {
            FieldEmitter.WriteTraverse(writer, "protected internal", fields);
            writer.Line();
        }

        WriteSlots(writer, hiding);
        WriteMembers(writer, exception, hiding);
        writer.Close();
        return writer.ToString();
    }

    private static void WriteProperty(SourceWriter writer, ExceptionAttribute attribute)
    {
        var type = attribute.Kind switch
        {
            AttributeKind.Size => "long",
            AttributeKind.Flag => "bool",
            _ => "PyValue",
        };
        writer.Line($"/// <summary>{CSharpNames.Xml(attribute.Doc)}</summary>");
        writer.Line($"internal {type} {attribute.CSharpName} {{ get; set; }}").Line();
    }

    private static void WriteSlots(SourceWriter writer, string hiding)
    {
        writer.Line($$"""
            /// <summary>Fills the type's own slots.</summary>
            internal static {{hiding}}void FillSlots(TypeSlots slots) => FillOwnSlots(slots);

            /// <summary>Slots that a person writes.</summary>
            static unsafe partial void FillOwnSlots(TypeSlots slots);

            /// <summary>Members that a person writes.</summary>
            static unsafe partial void AddOwnMembers(TypeMembers members);
            """).Line();
    }

    private static void WriteMembers(SourceWriter writer, ExceptionModel exception, string hiding)
    {
        writer.Line("/// <summary>Adds the type's attributes and methods to its dict.</summary>");
        writer.Open($"internal static {hiding}void Populate(TypeMembers members)");
        foreach (var attribute in exception.Attributes)
        {
            var setter = attribute.IsReadOnly ? "null" : $"&Set{attribute.CSharpName}Value";
            writer.Line(
                $"members.AddMember({CSharpNames.Literal(attribute.Name)}, {CSharpNames.Literal(attribute.Doc)}, "
                + $"&Get{attribute.CSharpName}Value, {setter});");
        }

        writer.Line("AddOwnMembers(members);");
        writer.Close();
        foreach (var attribute in exception.Attributes)
            WriteAccessors(writer, exception.CSharp, attribute);
    }

    private static void WriteAccessors(SourceWriter writer, string name, ExceptionAttribute attribute)
    {
        var property = $"(({name})self.Ref!).{attribute.CSharpName}";
        var (get, set) = attribute.Kind switch
        {
            AttributeKind.Size => ($"PyValue.FromInt({property})", "SizeOf(thread, value)"),
            AttributeKind.Flag => ($"PyValue.FromBool({property})", "FlagOf(value)"),
            _ => ($"OrNone({property})", "value"),
        };
        writer.Line();
        writer.Line($"private static PyValue Get{attribute.CSharpName}Value(PyThread thread, PyValue self) => {get};");
        if (attribute.IsReadOnly)
            return;
        writer.Line();
        writer.Line($"private static void Set{attribute.CSharpName}Value(PyThread thread, PyValue self, PyValue value) =>");
        writer.Line($"    {property} = {set};");
    }
}
