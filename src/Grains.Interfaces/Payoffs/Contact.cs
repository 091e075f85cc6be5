using System.ComponentModel.DataAnnotations;

namespace LoApi.Payoffs;

/// <summary>Whom to ask about a payoff.</summary>
[GenerateSerializer, Immutable, Alias("contact")]
public sealed record Contact
{
    /// <summary>Full name, at most 100 characters.</summary>
    [Id(0), Required, StringLength(100, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>Telephone number, free form, at most 30 characters.</summary>
    [Id(1), Required, StringLength(30, MinimumLength = 1)]
    public string? Phone { get; init; }

    /// <summary>E-mail address, at most 254 characters (RFC 5321).</summary>
    [Id(2), Required, StringLength(254, MinimumLength = 3), RegularExpression(@"^[^@\s]+@[^@\s]+$")]
    public string? Email { get; init; }
}
