using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Ast;

/// <summary>
/// Puts the files together: merges overlays, looks up groups and field types, derives the C# names, and reports what
/// only shows across files. What is in error is left out and the rest kept.
/// </summary>
internal sealed class AstModelBuilder
{
    private static readonly Dictionary<string, (string CSharp, AstValue Value)> s_scalars = new()
    {
        ["identifier"] = ("string", AstValue.Text),
        ["string"] = ("string", AstValue.Text),
        ["int"] = ("int", AstValue.Int),
        ["constant"] = ("Constant", AstValue.Constant),
    };

    private readonly ImmutableArray<FileResult<AstEntry>> _files;
    private readonly List<AstEntry> _entries;
    private readonly List<SpecDiagnostic> _diagnostics;
    private readonly Dictionary<string, (string CSharp, AstValue Value)> _types = [];

    private readonly EquatableArray<AstOperator> _operators;

    private AstModelBuilder(ImmutableArray<FileResult<AstEntry>> files, EquatableArray<AstOperator> operators)
    {
        _files = files;
        _operators = operators;
        var merged = SpecEntries.Merge(files);
        _entries = merged.Models.ToList();
        _diagnostics = [.. merged.Diagnostics];
    }

    public static AstResolution Build(ImmutableArray<FileResult<AstEntry>> files, EquatableArray<AstOperator> operators) =>
        new AstModelBuilder(files, operators).Build();

    private AstResolution Build()
    {
        DropOrphans();
        DeclareTypes();
        var groups = new List<AstGroupModel>();
        foreach (var sum in _entries.Where(entry => entry.Role == AstRole.Sum))
            groups.Add(Group(sum));
        var products = _entries.Where(entry => entry.Role == AstRole.Product).Select(entry => Node(entry, null)).ToList();
        if (products.Count > 0)
            groups.Add(new AstGroupModel("product", "Products", "", false, "", products.ToEquatableArray()));
        groups.RemoveAll(group => group.Nodes.Count == 0);
        ReportEndlessNodes(groups);
        var enums = _entries
            .Where(entry => entry.Role == AstRole.Enum)
            .Select(entry => new AstEnumModel(entry.Name, _types[entry.Name].CSharp, entry.Doc, Members(entry), entry.Operators));
        return new(new(groups.ToEquatableArray(), enums.ToEquatableArray(), _operators), _diagnostics.ToEquatableArray());
    }

    private EquatableArray<AstMember> Members(AstEntry entry) => entry.Members
        .Concat(_operators.Where(op => op.Kind == entry.Operators).Select(op => new AstMember(op.Name, op.Doc)))
        .ToEquatableArray();

    private void DropOrphans()
    {
        var sums = _entries.Where(entry => entry.Role == AstRole.Sum).Select(entry => entry.Name).ToList();
        foreach (var orphan in _entries.Where(entry => entry.Role == AstRole.Constructor && !sums.Contains(entry.Group)).ToList())
        {
            Report(orphan, orphan.GroupSpan, SpecDiagnosticCatalogue.UnknownGroup,
                orphan.Name, orphan.Group, Suggestion.DidYouMean(orphan.Group, sums));
            _entries.Remove(orphan);
        }

        foreach (var sum in sums.Where(sum => !Constructors(sum).Any()))
            ReportEntry(sum, SpecDiagnosticCatalogue.EmptySum, sum);
        _entries.RemoveAll(entry => entry.Role == AstRole.Sum && !Constructors(entry.Name).Any());
    }

    private void DeclareTypes()
    {
        var owners = new Dictionary<string, string>();
        foreach (var entry in _entries.ToList())
        {
            var name = entry.Role == AstRole.Sum && Constructors(entry.Name).Count() == 1 ? "" : ClassName(entry);
            if (name.Length > 0 && owners.TryGetValue(name, out var other))
            {
                ReportEntry(entry.Name, SpecDiagnosticCatalogue.ClassNameClash, other, entry.Name, name);
                _entries.Remove(entry);
                continue;
            }

            if (name.Length > 0)
                owners.Add(name, entry.Name);
            if (entry.Role != AstRole.Constructor)
            {
                // A sum of one node needs no base class: its fields hold that node.
                var csharp = name.Length > 0 ? name : ClassName(Constructors(entry.Name).Single());
                _types[entry.Name] = (csharp, entry.Role == AstRole.Enum ? AstValue.Enum : AstValue.Node);
            }
        }
    }

    private AstGroupModel Group(AstEntry sum)
    {
        var nodes = Constructors(sum.Name).Select(entry => Node(entry, sum)).ToList();
        var isSingle = Constructors(sum.Name).Count() == 1;
        return new AstGroupModel(
            sum.Name,
            _types[sum.Name].CSharp,
            isSingle ? "" : _types[sum.Name].CSharp,
            sum.IsLocated,
            sum.Doc,
            nodes.ToEquatableArray());
    }

    private AstNodeModel Node(AstEntry entry, AstEntry? sum)
    {
        var className = ClassName(entry);
        var fields = new List<AstField>();
        foreach (var field in entry.Fields)
        {
            if (Field(entry, className, field, fields) is { } resolved)
                fields.Add(resolved);
        }

        var baseClass = sum is null || Constructors(sum.Name).Count() == 1 ? "AstNode" : _types[sum.Name].CSharp;
        return new AstNodeModel(
            entry.Name,
            className,
            sum?.Name ?? "AST",
            baseClass,
            sum?.IsLocated ?? entry.IsLocated,
            entry.Doc,
            fields.ToEquatableArray());
    }

    private AstField? Field(AstEntry entry, string className, AstFieldText field, List<AstField> earlier)
    {
        if (!s_scalars.TryGetValue(field.Type, out var type) && !_types.TryGetValue(field.Type, out type))
        {
            Report(entry, field.TypeSpan, SpecDiagnosticCatalogue.UnknownFieldType,
                entry.Name, field.Name, field.Type, Suggestion.DidYouMean(field.Type, s_scalars.Keys.Concat(_types.Keys)));
            return null;
        }

        var name = field.CSharp.Length > 0 ? field.CSharp : CSharpNames.Pascal(field.Name);
        var clash = name == className ? "is the name of its class"
            : AstReservedNames.Contains(name) ? "every node has already"
            : earlier.Any(other => other.CSharpName == name) ? "another field is already"
            : "";
        if (clash.Length > 0)
        {
            Report(entry, field.NameSpan, SpecDiagnosticCatalogue.FieldNameClash, entry.Name, field.Name, name, clash);
            return null;
        }

        CheckContext(entry, field);
        return new AstField(field.Name, name, field.Type, type.CSharp, type.Value, field.Arity, field.IsNonEmpty, field.Context);
    }

    private void CheckContext(AstEntry entry, AstFieldText field)
    {
        if (field.Context.Length == 0 || entry.Fields.Any(other => other.Name == field.Context && other.Type == "expr_context"))
            return;
        var members = _entries
            .Where(other => other.Name == "expr_context")
            .SelectMany(other => other.Members.Select(member => member.Name))
            .ToList();
        if (!members.Contains(field.Context))
        {
            Report(entry, field.TypeSpan, SpecDiagnosticCatalogue.BadContext,
                entry.Name, field.Name, field.Context, Suggestion.DidYouMean(field.Context, members));
        }
    }

    // A node that cannot be built, since each one needs another: a cycle of single fields, through sums all of whose
    // nodes are in it.
    private void ReportEndlessNodes(List<AstGroupModel> groups)
    {
        var finite = new HashSet<string>();
        var open = groups
            .SelectMany(group => group.Nodes.Select(node => (Owner: group.Name == "product" ? node.Name : group.Name, Node: node)))
            .ToList();
        int before;
        do
        {
            before = open.Count;
            foreach (var item in open.Where(item => Needs(item.Node).All(finite.Contains)).ToList())
            {
                finite.Add(item.Owner);
                open.Remove(item);
            }
        }
        while (open.Count < before);
        foreach (var (_, node) in open)
        {
            var missing = Needs(node).First(need => !finite.Contains(need));
            ReportEntry(node.Name, SpecDiagnosticCatalogue.EndlessNode, node.Name, $"through '{missing}'");
        }
    }

    private static IEnumerable<string> Needs(AstNodeModel node) => node.Fields
        .Where(field => field.Value == AstValue.Node && (field.Arity == AstArity.One || field.IsNonEmpty))
        .Select(field => field.Type);

    private IEnumerable<AstEntry> Constructors(string sum) =>
        _entries.Where(entry => entry.Role == AstRole.Constructor && entry.Group == sum);

    private string ClassName(AstEntry entry)
    {
        if (entry.CSharp.Length > 0)
            return entry.CSharp;
        var suffix = _entries.FirstOrDefault(other => other.Role == AstRole.Sum && other.Name == entry.Group)?.Suffix ?? "";
        return CSharpNames.Pascal(entry.Name) + suffix;
    }

    private void Report(AstEntry entry, SpecSpan span, string id, params string[] arguments)
    {
        // The place in a part of the entry; the file is the one whose entry won.
        foreach (var file in _files.OrderByDescending(file => file.File.IsOverlay))
        {
            if (!file.Entries.Any(other => ReferenceEquals(other.Model, entry)))
                continue;
            _diagnostics.Add(new SpecDiagnostic(id, file.File.Path, span, arguments.ToEquatableArray()));
            return;
        }
    }

    private void ReportEntry(string name, string id, params string[] arguments)
    {
        if (SpecEntries.Locate(_files, name, id, arguments) is { } diagnostic)
            _diagnostics.Add(diagnostic);
    }
}
