using System.ComponentModel.DataAnnotations;

namespace LoApi.Locations;

/// <summary>An office of a lending partner. LoApi only reads locations; they are maintained elsewhere.</summary>
[GenerateSerializer, Immutable, Alias("location")]
public sealed record Location
{
    /// <summary>The location's id: one to seven digits, a string.</summary>
    [Id(0), Required, RegularExpression(LocationId.Pattern)]
    public required string Id { get; init; }

    /// <summary>The lending partner that the office belongs to.</summary>
    [Id(1), Required, StringLength(100, MinimumLength = 1)]
    public required string PartnerName { get; init; }

    /// <summary>The office's own name.</summary>
    [Id(2), Required, StringLength(100, MinimumLength = 1)]
    public required string Name { get; init; }

    /// <summary>Headquarters or branch.</summary>
    [Id(3), Required]
    public required LocationType Type { get; init; }

    /// <summary>Where the office is.</summary>
    [Id(4), Required]
    public required Address Address { get; init; }

    /// <summary>Telephone number, free form, at most 30 characters.</summary>
    [Id(5), StringLength(30, MinimumLength = 1)]
    public string? Phone { get; init; }

    /// <summary>Whether the office is open for business.</summary>
    [Id(6), Required]
    public required bool Active { get; init; }
}
