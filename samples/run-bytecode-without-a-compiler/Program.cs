using Keelback.Bytecode;
using Keelback.Vm;

// Runs a .pyc file, or a few instructions of its own, with the VM alone: no lexer, no parser, no compiler, no library.
var code = args.Length > 0 ? PycFile.Read(File.ReadAllBytes(args[0])).Code : Assembler.Assemble(Example.Sum);

using var machine = new BytecodeMachine();
try
{
    machine.Run(code);
    if (machine["total"] is { IsMissing: false } total)
        Console.WriteLine($"total = {machine.Show(total)}");
    return 0;
}
catch (PyException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}

internal static class Example
{
    // total = 0; for n in range(5): total += n * n
    public const string Sum = """
        code "<assembled>"
          constant None
          RESUME 0
          LOAD_SMALL_INT 0
          STORE_NAME "total"
          LOAD_NAME "range"
          PUSH_NULL
          LOAD_SMALL_INT 5
          CALL 1
          GET_ITER
         NEXT:
          FOR_ITER END
          STORE_NAME "n"
          LOAD_NAME "total"
          LOAD_NAME "n"
          LOAD_NAME "n"
          BINARY_OP 5
          BINARY_OP 13
          STORE_NAME "total"
          JUMP_BACKWARD NEXT
         END:
          END_FOR
          POP_ITER
          LOAD_CONST =None
          RETURN_VALUE
        end
        """;
}
