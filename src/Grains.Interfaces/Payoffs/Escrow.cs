using System.ComponentModel.DataAnnotations;
using LoApi.Audit;

namespace LoApi.Payoffs;

/// <summary>The escrow or title company that handles the money.</summary>
[GenerateSerializer, Immutable, Alias("escrow")]
public sealed record Escrow
{
    /// <summary>The company, at most 100 characters.</summary>
    [Id(0), Required, StringLength(100, MinimumLength = 1)]
    public string? Company { get; init; }

    /// <summary>The person there, at most 100 characters.</summary>
    [Id(1), Personal, StringLength(100, MinimumLength = 1)]
    public string? Contact { get; init; }

    /// <summary>Telephone number, free form, at most 30 characters.</summary>
    [Id(2), Personal, StringLength(30, MinimumLength = 1)]
    public string? Phone { get; init; }
}
