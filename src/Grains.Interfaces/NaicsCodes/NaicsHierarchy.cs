using System.Collections.Immutable;

namespace LoApi.NaicsCodes;

/// <summary>What follows from the digits of a NAICS code. Every method takes a code of the form of <see cref="CodePattern"/>.</summary>
public static class NaicsHierarchy
{
    /// <summary>2 to 6 digits, or one of the three sectors that have several pairs of digits.</summary>
    public const string CodePattern = "^([1-9][0-9]{1,5}|31-33|44-45|48-49)$";

    private static readonly ImmutableArray<string> Ranges = ["31-33", "44-45", "48-49"];

    /// <summary>How fine the code is.</summary>
    public static NaicsLevel Level(string code) => code.Length switch
    {
        _ when IsRange(code) => NaicsLevel.Sector,
        2 => NaicsLevel.Sector,
        3 => NaicsLevel.Subsector,
        4 => NaicsLevel.IndustryGroup,
        5 => NaicsLevel.NaicsIndustry,
        6 => NaicsLevel.NationalIndustry,
        _ => throw new ArgumentException("No NAICS code has that many digits.", nameof(code)),
    };

    /// <summary>The code of the next coarser level; null for a sector.</summary>
    public static string? Parent(string code) => Level(code) switch
    {
        NaicsLevel.Sector => null,
        NaicsLevel.Subsector => Sector(code),
        _ => code[..^1],
    };

    /// <summary>The code of the sector: its first two digits, or the range that they lie in.</summary>
    public static string Sector(string code)
    {
        var digits = code[..2];
        return Ranges.FirstOrDefault(range => string.CompareOrdinal(digits, range[..2]) >= 0 && string.CompareOrdinal(digits, range[3..]) <= 0) ?? digits;
    }

    private static bool IsRange(string code) => code.Contains('-', StringComparison.Ordinal);
}
