using System.Globalization;

namespace Keelback.Generators.Opcodes;

/// <summary>
/// An expression of an instruction's oparg, as stack pictures (<c>items[oparg*2]</c>) and guards (<c>oparg == add</c>)
/// have it. It can be worked out here and written as C#.
/// </summary>
internal abstract record OpargExpression
{
    /// <summary>Whether the value is 0 or 1 at every oparg.</summary>
    public abstract bool IsBit { get; }

    public abstract int Evaluate(int oparg);

    /// <summary>The same in C#, where oparg is an int of that name; parts that need it are parenthesised.</summary>
    public abstract string ToCSharp();

    /// <summary>The value with every name replaced by what the function finds; null where it finds nothing.</summary>
    public abstract OpargExpression? Resolve(System.Func<string, OpargExpression?> find);

    internal sealed record Oparg : OpargExpression
    {
        public override bool IsBit => false;

        public override int Evaluate(int oparg) => oparg;

        public override string ToCSharp() => "oparg";

        public override OpargExpression Resolve(System.Func<string, OpargExpression?> find) => this;
    }

    internal sealed record Number(int Value) : OpargExpression
    {
        public override bool IsBit => Value is 0 or 1;

        public override int Evaluate(int oparg) => Value;

        public override string ToCSharp() => Value.ToString(CultureInfo.InvariantCulture);

        public override OpargExpression Resolve(System.Func<string, OpargExpression?> find) => this;
    }

    /// <summary>A name that has not been looked up yet.</summary>
    internal sealed record Symbol(string Name) : OpargExpression
    {
        public override bool IsBit => false;

        public override int Evaluate(int oparg) => -1;

        public override string ToCSharp() => Name;

        public override OpargExpression? Resolve(System.Func<string, OpargExpression?> find) => find(Name);
    }

    /// <summary>A member of an operand kind's enum.</summary>
    internal sealed record Member(string EnumName, string Name, int Value) : OpargExpression
    {
        public override bool IsBit => Value is 0 or 1;

        public override int Evaluate(int oparg) => Value;

        public override string ToCSharp() => $"(int){EnumName}.{Name}";

        public override OpargExpression Resolve(System.Func<string, OpargExpression?> find) => this;
    }

    internal sealed record Binary(string Operator, OpargExpression Left, OpargExpression Right) : OpargExpression
    {
        public override bool IsBit =>
            Operator is "==" or "!=" || (Operator == "&" && (Left is Number { Value: 1 } || Right is Number { Value: 1 }));

        public override int Evaluate(int oparg)
        {
            var (left, right) = (Left.Evaluate(oparg), Right.Evaluate(oparg));
            return unchecked(Operator switch
            {
                "+" => left + right,
                "-" => left - right,
                "*" => left * right,
                "&" => left & right,
                "|" => left | right,
                "<<" => left << right,
                ">>" => left >> right,
                "==" => left == right ? 1 : 0,
                _ => left != right ? 1 : 0,
            });
        }

        public override string ToCSharp()
        {
            var text = $"{Part(Left)} {Operator} {Part(Right)}";
            return Operator is "==" or "!=" ? $"({text} ? 1 : 0)" : text;
        }

        public override OpargExpression? Resolve(System.Func<string, OpargExpression?> find) =>
            Left.Resolve(find) is { } left && Right.Resolve(find) is { } right ? this with { Left = left, Right = right } : null;

        /// <summary>The expression as a C# condition.</summary>
        public string ToCondition() =>
            Operator is "==" or "!=" ? $"{Part(Left)} {Operator} {Part(Right)}" : $"({ToCSharp()}) != 0";

        private static string Part(OpargExpression part) => part is Binary ? $"({part.ToCSharp()})" : part.ToCSharp();
    }
}
