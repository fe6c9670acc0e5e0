using Keelback.Vm;

namespace Keelback.Modules.Posix;

/// <summary>The _stat module: what the bits of st_mode mean.</summary>
[PyModule("_stat", Doc = "What the bits of st_mode mean.")]
internal static partial class StatModule
{
    private static readonly (int Type, char Sign)[] s_types =
    [
        (0x8000, '-'), (0x4000, 'd'), (0xA000, 'l'), (0x6000, 'b'), (0x2000, 'c'), (0x1000, 'p'), (0xC000, 's'),
    ];

    private static void Initialize(PyThread thread, PyModule module)
    {
        foreach (var (name, value) in StatConstants.All)
            module.Add(name, PyValue.FromInt(value));
    }

    [PyFunction("S_IMODE(mode, /)", Doc = "Return the permission bits.")]
    private static long Permissions(long mode) => mode & 0xFFF;

    [PyFunction("S_IFMT(mode, /)", Doc = "Return the bits that tell the kind of file.")]
    private static long Format(long mode) => mode & 0xF000;

    [PyFunction("S_ISDIR(mode, /)", Doc = "Tell whether it is a folder.")]
    private static bool IsFolder(long mode) => Format(mode) == 0x4000;

    [PyFunction("S_ISREG(mode, /)", Doc = "Tell whether it is a regular file.")]
    private static bool IsRegular(long mode) => Format(mode) == 0x8000;

    [PyFunction("S_ISLNK(mode, /)", Doc = "Tell whether it is a symbolic link.")]
    private static bool IsLink(long mode) => Format(mode) == 0xA000;

    [PyFunction("S_ISCHR(mode, /)", Doc = "Tell whether it is a character device.")]
    private static bool IsCharacterDevice(long mode) => Format(mode) == 0x2000;

    [PyFunction("S_ISBLK(mode, /)", Doc = "Tell whether it is a block device.")]
    private static bool IsBlockDevice(long mode) => Format(mode) == 0x6000;

    [PyFunction("S_ISFIFO(mode, /)", Doc = "Tell whether it is a pipe.")]
    private static bool IsPipe(long mode) => Format(mode) == 0x1000;

    [PyFunction("S_ISSOCK(mode, /)", Doc = "Tell whether it is a socket.")]
    private static bool IsSocket(long mode) => Format(mode) == 0xC000;

    [PyFunction("S_ISDOOR(mode, /)", Doc = "Tell whether it is a door, which Solaris has.")]
    private static bool IsDoor(long mode) => false;

    [PyFunction("S_ISPORT(mode, /)", Doc = "Tell whether it is an event port, which Solaris has.")]
    private static bool IsPort(long mode) => false;

    [PyFunction("S_ISWHT(mode, /)", Doc = "Tell whether it is a whiteout.")]
    private static bool IsWhiteout(long mode) => false;

    [PyFunction("filemode(mode, /)", Doc = "Return the bits as ls shows them: '-rwxr-xr-x'.")]
    private static string FileMode(long mode)
    {
        Span<char> text = stackalloc char[10];
        text[0] = '?';
        foreach (var (type, sign) in s_types)
        {
            if (Format(mode) == type)
                text[0] = sign;
        }

        for (var i = 0; i < 9; i++)
            text[i + 1] = (mode & (0x100 >> i)) != 0 ? "rwx"[i % 3] : '-';
        if ((mode & 0x800) != 0)
            text[3] = text[3] == 'x' ? 's' : 'S';
        if ((mode & 0x400) != 0)
            text[6] = text[6] == 'x' ? 's' : 'S';
        if ((mode & 0x200) != 0)
            text[9] = text[9] == 'x' ? 't' : 'T';
        return new string(text);
    }
}
