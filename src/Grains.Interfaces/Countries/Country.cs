using System.ComponentModel.DataAnnotations;

namespace LoApi.Countries;

/// <summary>A country or territory of ISO 3166-1.</summary>
[GenerateSerializer, Immutable, Alias("country")]
public sealed record Country
{
    /// <summary>The alpha-2 code, two capital letters. Namibia's is <c>NA</c>.</summary>
    [Id(0), Required, RegularExpression("^[A-Z]{2}$")]
    public required string Alpha2 { get; init; }

    /// <summary>The alpha-3 code, three capital letters.</summary>
    [Id(1), Required, RegularExpression("^[A-Z]{3}$")]
    public required string Alpha3 { get; init; }

    /// <summary>The numeric code: three digits, with leading zeros, hence a string.</summary>
    [Id(2), Required, RegularExpression("^[0-9]{3}$")]
    public required string Numeric { get; init; }

    /// <summary>The English short name.</summary>
    [Id(3), Required, StringLength(100, MinimumLength = 1)]
    public required string Name { get; init; }

    /// <summary>The formal English name; the short name where there is no other.</summary>
    [Id(4), Required, StringLength(150, MinimumLength = 1)]
    public required string OfficialName { get; init; }

    /// <summary>The United Nations region (M49), such as <c>Africa</c>; null where none is assigned (Antarctica).</summary>
    [Id(5), StringLength(40, MinimumLength = 1)]
    public string? Region { get; init; }
}
