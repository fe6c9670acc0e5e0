using System.Reflection;
using Keelback.Testing;

namespace Keelback.Architecture.Tests;

/// <summary>What each package lets others see, as accepted snapshots: a change of it is a change on purpose.</summary>
public class PublicApiTests
{
    [Theory]
    [InlineData("Text")]
    [InlineData("Lexer")]
    [InlineData("Ast")]
    [InlineData("Parser")]
    [InlineData("Bytecode")]
    [InlineData("Compiler")]
    [InlineData("Gc")]
    [InlineData("Vm")]
    [InlineData("Jit")]
    [InlineData("Modules")]
    [InlineData("StdLib")]
    [InlineData("Hosting")]
    public void Api_is_as_accepted(string name) => Snapshot.Match(PublicApi.Describe(Assembly.Load($"Keelback.{name}")), name);
}
