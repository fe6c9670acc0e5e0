using Keelback.Generators.Opcodes;
using Keelback.Generators.Shared;
using Microsoft.CodeAnalysis;

namespace Keelback.Generators.Dispatch;

/// <summary>Turns the opcodes' entries into the eval loop and the declarations of their handlers ("Handlers").</summary>
[Generator(LanguageNames.CSharp)]
internal sealed class DispatchGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var pipeline = OpcodePipeline.Create(context);
        var wants = SpecFiles.Wants(context, "Handlers");

        context.RegisterSourceOutput(pipeline.Set.Combine(wants), static (output, pair) =>
        {
            if (!pair.Right)
                return;
            output.AddSource("Ops.g.cs", HandlerEmitter.EmitHandlers(pair.Left));
            output.AddSource("Specialization.g.cs", HandlerEmitter.EmitSpecialization(pair.Left));
        });
        context.RegisterImplementationSourceOutput(pipeline.Set.Combine(wants), static (output, pair) =>
        {
            if (pair.Right)
                output.AddSource("EvalLoop.g.cs", LoopEmitter.Emit(pair.Left));
        });
    }
}
