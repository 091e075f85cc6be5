using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using LoApi.Audit;
using LoApi.Json;
using LoApi.Locations;

namespace LoApi.Payoffs;

/// <summary>
/// The request to pay an SBA loan off before its term ends, and what became of it. The same model is written and read;
/// a member that the server sets may be sent back unchanged.
/// </summary>
/// <remarks>
/// Every member is nullable because a draft may lack any of them, so that all its errors can be told at once. What a
/// store returned has every <see cref="RequiredAttribute"/> and <see cref="ReadOnlyAttribute"/> member.
/// </remarks>
[GenerateSerializer, Immutable, Alias("payoff")]
public sealed record Payoff
{
    /// <summary>What payoffs are called in the records that are kept about writes.</summary>
    public const string TypeName = "payoff";

    /// <summary>The payoff's id, a UUID.</summary>
    [Id(0), ReadOnly(true)]
    public Guid? Id { get; init; }

    /// <summary>
    /// The SBA loan number: ten digits, also accepted as <c>XXXXXXXX-XX</c>. The last two are check digits:
    /// the sum of digits 1 to 8 weighted 5, 8, 4, 2, 6, 3, 7, 9, modulo 11, in two places.
    /// </summary>
    [Id(1), Required, RegularExpression(Payoffs.SbaLoanNumber.Pattern), JsonConverter(typeof(SbaLoanNumberJsonConverter))]
    public string? SbaLoanNumber { get; init; }

    /// <summary>The loan's programme.</summary>
    [Id(2), Required]
    public LoanProgram? Program { get; init; }

    /// <summary>The location that services the loan: the one that the request acts for.</summary>
    [Id(3), Required, RegularExpression(Locations.LocationId.Pattern)]
    public string? LocationId { get; init; }

    /// <summary>The id of the user who asked for the payoff.</summary>
    [Id(4), ReadOnly(true)]
    public string? RequestedBy { get; init; }

    /// <summary>Whether the whole balance is paid off; a 504 loan only allows <c>full</c>.</summary>
    [Id(5), Required]
    public AmountType? AmountType { get; init; }

    /// <summary>The amount to prepay in US dollars; required where <c>amount_type</c> is <c>partial</c>, else null.</summary>
    [Id(6)]
    public decimal? PrepaymentAmount { get; init; }

    /// <summary>
    /// The day on which the money is wired: in the future, a business day of the Federal Reserve's wire service, and
    /// for a 504 loan the third Thursday of a month (SOP 50 50).
    /// </summary>
    [Id(7), Required]
    public DateOnly? PayoffDate { get; init; }

    /// <summary>The day on which the borrower's notice arrived; null where it is not known.</summary>
    [Id(8)]
    public DateOnly? NoticeReceivedDate { get; init; }

    /// <summary>Why the loan is paid off.</summary>
    [Id(9), Required]
    public PayoffReason? Reason { get; init; }

    /// <summary>Whom to ask about it.</summary>
    [Id(10), Required, Personal]
    public Contact? Contact { get; init; }

    /// <summary>The escrow company, or null.</summary>
    [Id(11)]
    public Escrow? Escrow { get; init; }

    /// <summary>The address of the financed property, or null.</summary>
    [Id(12), Personal]
    public Address? PropertyAddress { get; init; }

    /// <summary>Where the borrower wants mail from now on, or null.</summary>
    [Id(13), Personal]
    public Address? NewMailingAddress { get; init; }

    /// <summary>What has to be wired, or null before it is quoted.</summary>
    [Id(14)]
    public Quote? Quote { get; init; }

    /// <summary>Where the payoff stands; a new one is <c>received</c>.</summary>
    [Id(15)]
    public PayoffStatus? Status { get; init; }

    /// <summary>When it was created, an instant in UTC, exact to the microsecond.</summary>
    [Id(16), ReadOnly(true)]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed, an instant in UTC, exact to the microsecond.</summary>
    [Id(17), ReadOnly(true)]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Its version, 1 when created and one more with every change; the ETag in quotes.</summary>
    [Id(18), ReadOnly(true)]
    public long? Version { get; init; }
}
