namespace Keelback.Vm;

/// <summary>How the locale of an interpreter writes numbers, for the format type 'n'. It begins as C's.</summary>
internal sealed class NumericLocale
{
    /// <summary>The point.</summary>
    public string DecimalPoint { get; set; } = ".";

    /// <summary>What stands between groups of digits.</summary>
    public string ThousandsSeparator { get; set; } = "";

    /// <summary>The sizes of the groups, as C's localeconv tells them.</summary>
    public byte[] Grouping { get; set; } = [];
}
