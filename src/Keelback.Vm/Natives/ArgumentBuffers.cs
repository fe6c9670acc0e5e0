using System.Runtime.CompilerServices;

namespace Keelback.Vm;

/// <summary>Room on the stack for the bound arguments of a call of at most two parameters; the others below hold more.</summary>
[InlineArray(2)]
internal struct ArgumentBuffer2
{
    private PyValue _first;
}

/// <summary>Room for four arguments.</summary>
[InlineArray(4)]
internal struct ArgumentBuffer4
{
    private PyValue _first;
}

/// <summary>Room for eight arguments.</summary>
[InlineArray(8)]
internal struct ArgumentBuffer8
{
    private PyValue _first;
}

/// <summary>Room for sixteen arguments.</summary>
[InlineArray(16)]
internal struct ArgumentBuffer16
{
    private PyValue _first;
}

/// <summary>Room for thirty-two arguments.</summary>
[InlineArray(32)]
internal struct ArgumentBuffer32
{
    private PyValue _first;
}
