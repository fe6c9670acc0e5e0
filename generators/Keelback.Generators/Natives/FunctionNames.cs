namespace Keelback.Generators.Natives;

/// <summary>The names of a function in errors and in generated members.</summary>
internal sealed record FunctionNames(string Short, string Full, string Stem)
{
    /// <summary><paramref name="owner"/> is the type's name, or the module's where it is not builtins.</summary>
    public static FunctionNames Of(NativeFunctionModel function, string owner)
    {
        var isConstructor = function.Kind is NativeKind.New or NativeKind.Init;
        var name = isConstructor ? owner : function.PythonName;
        var full = isConstructor || owner.Length == 0 ? name : owner + "." + name;
        return new(name, full, NativeNames.Stem(function.PythonName));
    }
}
