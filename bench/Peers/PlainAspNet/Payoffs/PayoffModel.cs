namespace LoApi.PlainAspNet.Payoffs;

/// <summary>A payoff as it is written and read.</summary>
internal sealed record PayoffModel
{
    public string? Id { get; init; }

    public string? SbaLoanNumber { get; init; }

    public string? Program { get; init; }

    public string? LocationId { get; init; }

    public string? RequestedBy { get; init; }

    public string? AmountType { get; init; }

    public decimal? PrepaymentAmount { get; init; }

    public DateOnly? PayoffDate { get; init; }

    public DateOnly? NoticeReceivedDate { get; init; }

    public string? Reason { get; init; }

    public ContactModel? Contact { get; init; }

    public EscrowModel? Escrow { get; init; }

    public AddressModel? PropertyAddress { get; init; }

    public AddressModel? NewMailingAddress { get; init; }

    public QuoteModel? Quote { get; init; }

    public string? Status { get; init; }

    public DateTime? CreatedAt { get; init; }

    public DateTime? UpdatedAt { get; init; }

    public long? Version { get; init; }

    internal sealed record ContactModel(string? Name, string? Phone, string? Email);

    internal sealed record EscrowModel(string? Company, string? Contact, string? Phone);

    internal sealed record AddressModel(string? Line1, string? Line2, string? City, string? State, string? PostalCode, string? Country);

    internal sealed record QuoteModel(
        decimal? Principal, decimal? Interest, decimal? Fees, decimal? Premium, decimal? Total, decimal? PerDiem, DateOnly? GoodThrough);
}
