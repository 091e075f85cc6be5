namespace LoApi.PlainAspNet.Storage;

internal sealed class PayoffRow
{
    public required string Id { get; init; }

    public required string SbaLoanNumber { get; init; }

    public string? OpenLoanNumber { get; init; }

    public required string Program { get; init; }

    public required string LocationId { get; init; }

    public required string RequestedBy { get; init; }

    public required string AmountType { get; init; }

    public decimal? PrepaymentAmount { get; init; }

    public required DateOnly PayoffDate { get; init; }

    public DateOnly? NoticeReceivedDate { get; init; }

    public required string Reason { get; init; }

    public required string ContactName { get; init; }

    public required string ContactPhone { get; init; }

    public required string ContactEmail { get; init; }

    public string? EscrowCompany { get; init; }

    public string? EscrowContact { get; init; }

    public string? EscrowPhone { get; init; }

    // "property_line1" and so on: the names of the columns follow from these.
    public string? PropertyLine1 { get; init; }

    public string? PropertyLine2 { get; init; }

    public string? PropertyCity { get; init; }

    public string? PropertyState { get; init; }

    public string? PropertyPostalCode { get; init; }

    public string? PropertyCountry { get; init; }

    public string? MailingLine1 { get; init; }

    public string? MailingLine2 { get; init; }

    public string? MailingCity { get; init; }

    public string? MailingState { get; init; }

    public string? MailingPostalCode { get; init; }

    public string? MailingCountry { get; init; }

    public decimal? QuotePrincipal { get; init; }

    public decimal? QuoteInterest { get; init; }

    public decimal? QuoteFees { get; init; }

    public decimal? QuotePremium { get; init; }

    public decimal? QuoteTotal { get; init; }

    public decimal? QuotePerDiem { get; init; }

    public DateOnly? QuoteGoodThrough { get; init; }

    public required string Status { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime UpdatedAt { get; init; }

    public required long Version { get; init; }
}
