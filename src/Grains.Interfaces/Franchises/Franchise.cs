using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace LoApi.Franchises;

/// <summary>A brand of the SBA Franchise Directory, and what a loan to one of its franchisees needs (SOP 50 10).</summary>
[GenerateSerializer, Immutable, Alias("franchise")]
public sealed record Franchise
{
    /// <summary>The form of a code: capital letters and digits.</summary>
    public const string CodePattern = "^[A-Z0-9]{1,10}$";

    /// <summary>The SBA franchise identifier, usually <c>S</c> and four digits.</summary>
    [Id(0), Required, RegularExpression(CodePattern)]
    public required string Code { get; init; }

    /// <summary>The name under which it trades.</summary>
    [Id(1), Required, StringLength(200, MinimumLength = 1)]
    public required string Brand { get; init; }

    /// <summary>The date from which the code is used; null where the directory has none.</summary>
    [Id(2)]
    public DateOnly? CodeStartDate { get; init; }

    /// <summary>Whether the franchisor has certified its agreement.</summary>
    [Id(3)]
    public required bool CertificationReceived { get; init; }

    /// <summary>Whether the agreement needs an addendum.</summary>
    [Id(4)]
    public required bool AddendumNeeded { get; init; }

    /// <summary>Whether that addendum is SBA Form 2462.</summary>
    [Id(5), JsonPropertyName("form_2462")]
    public required bool Form2462 { get; init; }

    /// <summary>Whether that addendum is one that the franchisor has negotiated with the SBA.</summary>
    [Id(6)]
    public required bool NegotiatedAddendum { get; init; }

    /// <summary>What the directory says beside; null where that is nothing.</summary>
    [Id(7), StringLength(1000, MinimumLength = 1)]
    public string? Notes { get; init; }
}
