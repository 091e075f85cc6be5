using System.ComponentModel.DataAnnotations;

namespace LoApi.Payoffs;

/// <summary>What has to be wired to pay the loan off. All amounts in US dollars.</summary>
[GenerateSerializer, Immutable, Alias("quote")]
public sealed record Quote
{
    /// <summary>Outstanding principal.</summary>
    [Id(0), Required]
    public decimal? Principal { get; init; }

    /// <summary>Interest up to <see cref="GoodThrough"/>.</summary>
    [Id(1), Required]
    public decimal? Interest { get; init; }

    /// <summary>Fees.</summary>
    [Id(2), Required]
    public decimal? Fees { get; init; }

    /// <summary>Prepayment premium.</summary>
    [Id(3), Required]
    public decimal? Premium { get; init; }

    /// <summary>The sum of principal, interest, fees and premium.</summary>
    [Id(4), Required]
    public decimal? Total { get; init; }

    /// <summary>Interest for each day after <see cref="GoodThrough"/>.</summary>
    [Id(5)]
    public decimal? PerDiem { get; init; }

    /// <summary>The last day on which <see cref="Total"/> pays the loan off.</summary>
    [Id(6), Required]
    public DateOnly? GoodThrough { get; init; }
}
