using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;
using Keelback.Generators.Tokens;

namespace Keelback.Generators.OperatorLowering;

/// <summary>A binary operator and the instruction it becomes; without an in-place form that is the plain one.</summary>
internal sealed record OperatorLoweringModel(string Operator, string Opcode, OpargModel Plain, OpargModel InPlace)
{
    private const string DefaultOpcode = "BINARY_OP";

    public static EquatableArray<OperatorLoweringModel> From(IEnumerable<OperatorModel> operators) => operators
        .Where(op => op.Kind == OperatorKind.Binary && op.Oparg is not null)
        .Select(op => new OperatorLoweringModel(
            op.Name, op.Opcode ?? DefaultOpcode, op.Oparg!, op.InPlace?.Oparg ?? op.Oparg!))
        .ToEquatableArray();
}
