using System.ComponentModel.DataAnnotations;

namespace LoApi.Locations;

/// <summary>A postal address, usually in the United States.</summary>
[GenerateSerializer, Immutable, Alias("address")]
public sealed record Address
{
    /// <summary>Street and number, at most 100 characters.</summary>
    [Id(0), Required, StringLength(100, MinimumLength = 1)]
    public string? Line1 { get; init; }

    /// <summary>Suite, floor, attention line; at most 100 characters.</summary>
    [Id(1), StringLength(100, MinimumLength = 1)]
    public string? Line2 { get; init; }

    /// <summary>City, at most 60 characters.</summary>
    [Id(2), Required, StringLength(60, MinimumLength = 1)]
    public string? City { get; init; }

    /// <summary>State or province: the two-letter USPS code in the United States.</summary>
    [Id(3), Required, StringLength(40, MinimumLength = 2)]
    public string? State { get; init; }

    /// <summary>ZIP code (<c>12345</c> or <c>12345-6789</c>) or a foreign postal code, at most 12 characters.</summary>
    [Id(4), Required, RegularExpression("^[A-Za-z0-9][A-Za-z0-9 -]{1,11}$")]
    public string? PostalCode { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code of the country.</summary>
    [Id(5), Required, RegularExpression("^[A-Z]{2}$")]
    public string? Country { get; init; }
}
