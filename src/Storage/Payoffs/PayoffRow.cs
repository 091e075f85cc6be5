using LoApi.Locations;
using LoApi.Payoffs;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Payoffs;

/// <summary>A row of PAYOFF as it is read; <see cref="PayoffTable"/> is the way there.</summary>
internal sealed class PayoffRow
{
    /// <summary>What a query selects.</summary>
    public const string Columns =
        """
        id, sba_loan_number, program, location_id, requested_by,
          amount_type, prepayment_amount, payoff_date, notice_received_date, reason,
          contact_name, contact_phone, contact_email,
          escrow_company, escrow_contact, escrow_phone,
          property_line1, property_line2, property_city, property_state, property_postal_code, property_country,
          mailing_line1, mailing_line2, mailing_city, mailing_state, mailing_postal_code, mailing_country,
          quote_principal, quote_interest, quote_fees, quote_premium, quote_total, quote_per_diem, quote_good_through,
          status, created_at, updated_at, version
        """;

    public required Guid Id { get; init; }

    public required string SbaLoanNumber { get; init; }

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

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required long Version { get; init; }

    public Payoff ToPayoff() => new()
    {
        Id = Id,
        SbaLoanNumber = SbaLoanNumber,
        Program = StoredCode.Parse<LoanProgram>(Program),
        LocationId = LocationId,
        RequestedBy = RequestedBy,
        AmountType = StoredCode.Parse<AmountType>(AmountType),
        PrepaymentAmount = PrepaymentAmount,
        PayoffDate = PayoffDate,
        NoticeReceivedDate = NoticeReceivedDate,
        Reason = StoredCode.Parse<PayoffReason>(Reason),
        Contact = new Contact { Name = ContactName, Phone = ContactPhone, Email = ContactEmail },
        Escrow = EscrowCompany is null ? null : new Escrow { Company = EscrowCompany, Contact = EscrowContact, Phone = EscrowPhone },
        PropertyAddress = Address(PropertyLine1, PropertyLine2, PropertyCity, PropertyState, PropertyPostalCode, PropertyCountry),
        NewMailingAddress = Address(MailingLine1, MailingLine2, MailingCity, MailingState, MailingPostalCode, MailingCountry),
        Quote = QuoteTotal is null ? null : new Quote
        {
            Principal = QuotePrincipal,
            Interest = QuoteInterest,
            Fees = QuoteFees,
            Premium = QuotePremium,
            Total = QuoteTotal,
            PerDiem = QuotePerDiem,
            GoodThrough = QuoteGoodThrough,
        },
        Status = StoredCode.Parse<PayoffStatus>(Status),
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
        Version = Version,
    };

    private static Address? Address(string? line1, string? line2, string? city, string? state, string? postalCode, string? country) =>
        line1 is null
            ? null
            : new Address { Line1 = line1, Line2 = line2, City = city, State = state, PostalCode = postalCode, Country = country };
}
