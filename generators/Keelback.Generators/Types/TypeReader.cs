using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Natives;
using Keelback.Generators.Shared;
using Keelback.Generators.Signatures;

namespace Keelback.Generators.Types;

/// <summary>Reads one entry of a *.type.yaml file.</summary>
internal sealed class TypeReader
{
    private static readonly string[] s_flags =
    [
        "final", "sequence", "mapping", "abstract", "has_dict", "weak_references", "no_instantiation", "match_self",
        "method_descriptor", "variable_sized",
    ];

    private static readonly string[] s_kinds = ["method", "class", "static"];

    private readonly EntryReader _entry;
    private readonly string _self;
    private readonly List<NativeFunctionModel> _functions = [];
    private readonly List<NativeGetterModel> _getters = [];
    private readonly List<SpecSlot> _slots = [];
    private readonly HashSet<string> _members = [];

    private TypeReader(EntryReader entry)
    {
        _entry = entry;
        CSharpName = entry.RequiredText("csharp");
        var self = entry.Text("self") ?? (CSharpName.EndsWith("Type") && CSharpName != "PyType" ? "value" : CSharpName);
        _self = self == "value" ? "PyValue" : self;
    }

    private string CSharpName { get; }

    public static TypeSpec? Read(EntryReader entry) => new TypeReader(entry).Read();

    private TypeSpec? Read()
    {
        var @base = _entry.Scalar("base");
        var isRoot = _entry.Flag("root");
        var flags = Flags();
        var doc = _entry.RequiredText("doc");
        var populate = _entry.Scalar("populate");
        CheckImplementation(populate, "populate");
        var constructor = Constructor("new", "__new__", NativeKind.New);
        var initializer = Constructor("init", "__init__", NativeKind.Init);
        ReadSlots(constructor is not null, initializer is not null);
        ReadGetters("members", isMember: true);
        ReadGetters("getters", isMember: false);
        ReadMethods();

        var unhashable = _slots.Any(slot => slot is { Slot: "tp_hash", Impl: "none" });
        _slots.RemoveAll(slot => slot is { Slot: "tp_hash", Impl: "none" });
        var text = initializer?.Parameters.Count > 0 || constructor is null ? initializer?.TextSignature : constructor.TextSignature;
        var type = new NativeTypeModel(
            _entry.Text("name") ?? _entry.Entry,
            _entry.Text("module") ?? "builtins",
            "Keelback.Vm",
            CSharpName,
            "",
            isRoot,
            flags.ToEquatableArray(),
            doc,
            text,
            unhashable,
            populate?.Value ?? "",
            populate is null ? LineMapping.None : Line(populate.Span),
            _functions.ToEquatableArray(),
            EquatableArray<NativeSlotModel>.Empty,
            _getters.ToEquatableArray());
        var baseName = @base?.Value ?? (_entry.Entry == "object" ? "" : "object");
        return new(_entry.Diagnostics.Path, baseName, @base?.Span ?? _entry.Span, type, _slots.ToEquatableArray());
    }

    private LineMapping Line(SpecSpan span) => LineMapping.Of(_entry.Diagnostics.Path, span);

    private List<string> Flags()
    {
        var flags = new List<string>();
        foreach (var flag in _entry.List("flags"))
        {
            if (!s_flags.Contains(flag.Value))
            {
                var hint = Suggestion.DidYouMean(flag.Value, s_flags);
                _entry.Report(SpecDiagnosticCatalogue.UnknownTypeFlag, flag.Span, _entry.Entry, flag.Value, hint);
                continue;
            }

            flags.Add(flag.Value == "weak_references" ? "HasWeakReferences" : CSharpNames.Pascal(flag.Value));
        }

        return flags;
    }

    private NativeFunctionModel? Constructor(string key, string pythonName, NativeKind kind)
    {
        if (_entry.Node(key) is not { } node
            || EntryReader.Open(new YamlScalar(pythonName, node.Span, false), node, _entry.Diagnostics) is not { } reader)
        {
            return null;
        }

        var receiver = kind == NativeKind.New ? "PyType" : _self;
        return Function(reader, pythonName, kind, receiver, kind == NativeKind.New ? Converter.Value : Converter.Void, "", "");
    }

    private void ReadMethods()
    {
        foreach (var pair in _entry.Map("methods"))
        {
            if (!IsNewMember(pair.Key) || EntryReader.Open(pair.Key, pair.Value, _entry.Diagnostics) is not { } reader)
                continue;
            var kind = reader.Scalar("kind");
            if (kind is not null && !s_kinds.Contains(kind.Value))
            {
                var hint = Suggestion.DidYouMean(kind.Value, s_kinds);
                reader.Report(SpecDiagnosticCatalogue.UnknownMethodKind, kind.Span, pair.Key.Value, kind.Value, hint);
                continue;
            }

            var doc = reader.Text("doc") ?? "";
            _ = kind?.Value switch
            {
                "class" => Function(reader, pair.Key.Value, NativeKind.ClassMethod, "PyType", Converter.Value, doc, "type"),
                "static" => Function(reader, pair.Key.Value, NativeKind.StaticMethod, "", Converter.Value, doc, ""),
                _ => Function(reader, pair.Key.Value, NativeKind.Method, _self, Converter.Value, doc, "self"),
            };
        }
    }

    private NativeFunctionModel? Function(
        EntryReader reader,
        string pythonName,
        NativeKind kind,
        string receiver,
        Converter fallback,
        string doc,
        string textReceiver)
    {
        var sig = reader.RequiredScalar("sig");
        var impl = reader.RequiredScalar("impl");
        var written = kind is NativeKind.New or NativeKind.Init ? null : reader.Text("text_signature");
        reader.ReportUnknownKeys();
        if (!reader.IsValid || !CheckImplementation(impl, "impl"))
            return null;

        var valid = true;
        void Report(SignatureError error)
        {
            valid = false;
            _entry.Diagnostics.Report(error.Id, sig.Part(error.Offset, error.Length), [.. error.Arguments]);
        }

        var parsed = SignatureParser.Parse(sig.Value);
        if (parsed.Model is not { } signature)
        {
            Report(parsed.Error!);
            return null;
        }

        var parameters = NativeFunctionFactory.ParametersByAnnotation(signature, Report);
        var result = NativeFunctionFactory.ResultByAnnotation(signature, fallback, Report);
        if (!valid)
            return null;
        var function = new NativeFunctionModel(
            pythonName, impl.Value, kind, true, receiver, parameters.ToEquatableArray(), result,
            written == "none" ? null : written ?? TextSignature.Of(signature, textReceiver), doc, true, Line(reader.Span));
        _functions.Add(function);
        return function;
    }

    private void ReadSlots(bool hasNew, bool hasInit)
    {
        foreach (var pair in _entry.Map("slots"))
        {
            var slot = pair.Key.Value;
            if (pair.Value is not YamlScalar impl)
            {
                _entry.Diagnostics.Report(
                    SpecDiagnosticCatalogue.WrongKindOfValue, pair.Value.Span, slot, _entry.Entry, "the name of a C# method");
                continue;
            }

            if ((slot == "tp_new" && hasNew) || (slot == "tp_init" && hasInit))
            {
                _entry.Diagnostics.Report(SpecDiagnosticCatalogue.TwoConstructors, pair.Key.Span, _entry.Entry, slot.Substring(3), slot);
                continue;
            }

            if (_slots.Any(other => other.Slot == slot))
                _entry.Diagnostics.Report(SpecDiagnosticCatalogue.DuplicateMember, pair.Key.Span, _entry.Entry, slot);
            else if (CheckImplementation(impl, slot))
                _slots.Add(new(slot, impl.Value, pair.Key.Span, Line(pair.Key.Span)));
        }
    }

    private void ReadGetters(string key, bool isMember)
    {
        foreach (var pair in _entry.Map(key))
        {
            if (!IsNewMember(pair.Key) || EntryReader.Open(pair.Key, pair.Value, _entry.Diagnostics) is not { } reader)
                continue;
            var impl = reader.RequiredScalar("impl");
            var set = reader.Scalar("set");
            var doc = reader.Text("doc") ?? "";
            var type = reader.Scalar("type");
            reader.ReportUnknownKeys();
            var result = Converter.OfAnnotation(type?.Value ?? "");
            if (result is null or { Kind: ConverterKind.Void })
            {
                var hint = Suggestion.DidYouMean(type!.Value, Converter.Annotations);
                reader.Report(SpecDiagnosticCatalogue.UnknownAnnotation, type.Span, type.Value, hint);
            }

            if (reader.IsValid && CheckImplementation(impl, "impl") && CheckImplementation(set, "set"))
            {
                _getters.Add(new(
                    pair.Key.Value, impl.Value, set?.Value ?? "", result!, _self, doc, isMember, true,
                    Line(pair.Key.Span), set is null ? LineMapping.None : Line(set.Span)));
            }
        }
    }

    private bool IsNewMember(YamlScalar name)
    {
        if (_members.Add(name.Value))
            return true;
        _entry.Diagnostics.Report(SpecDiagnosticCatalogue.DuplicateMember, name.Span, _entry.Entry, name.Value);
        return false;
    }

    private bool CheckImplementation(YamlScalar? name, string key)
    {
        if (name is null || NativeNames.IsIdentifier(name.Value))
            return true;
        _entry.Diagnostics.Report(SpecDiagnosticCatalogue.BadImplementationName, name.Span, name.Value, key);
        return false;
    }
}
