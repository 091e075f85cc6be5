using System.ComponentModel.DataAnnotations;

namespace LoApi.NaicsCodes;

/// <summary>A code of the North American Industry Classification System.</summary>
[GenerateSerializer, Immutable, Alias("naics-code")]
public sealed record NaicsCode
{
    /// <summary>The edition of the classification.</summary>
    public const int Edition = 2022;

    /// <summary>2 to 6 digits, or the range of digits of a sector such as <c>31-33</c>.</summary>
    [Id(0), Required, RegularExpression(NaicsHierarchy.CodePattern)]
    public required string Code { get; init; }

    /// <summary>The Census Bureau's title of it.</summary>
    [Id(1), Required, StringLength(200, MinimumLength = 1)]
    public required string Title { get; init; }

    /// <summary>How fine it is.</summary>
    [Id(2)]
    public required NaicsLevel Level { get; init; }

    /// <summary>The code of the next coarser level: that of <c>311</c> is <c>31-33</c>; null for a sector.</summary>
    [Id(3)]
    public required string? ParentCode { get; init; }

    /// <summary>The code of its sector; a sector's is its own.</summary>
    [Id(4)]
    public required string SectorCode { get; init; }

    /// <summary>The edition of the classification, a year.</summary>
    [Id(5)]
    public required int Version { get; init; }

    /// <summary>The code with everything that follows from its digits. They must have the form of a code.</summary>
    public static NaicsCode Of(string code, string title) => new()
    {
        Code = code,
        Title = title,
        Level = NaicsHierarchy.Level(code),
        ParentCode = NaicsHierarchy.Parent(code),
        SectorCode = NaicsHierarchy.Sector(code),
        Version = Edition,
    };
}
