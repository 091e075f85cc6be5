using System.Collections.Immutable;
using LoApi.Json;
using LoApi.Locations;
using LoApi.Payoffs;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Payoffs;

/// <summary>How a payoff is written to its row; <see cref="PayoffRow"/> is the way back.</summary>
internal static class PayoffTable
{
    private static readonly Column Id = new("id", ColumnKind.Uuid);
    private static readonly Column OpenLoan = new("open_loan_number", ColumnKind.Text, 10, Nullable: true);
    private static readonly Column RequestedBy = new("requested_by", ColumnKind.Text, 20);
    private static readonly Column CreatedAt = new("created_at", ColumnKind.Instant);
    private static readonly Column ExpectedVersion = new("version", ColumnKind.Long) { Parameter = "expected_version" };

    // What an update writes: everything but what never changes.
    private static readonly ImmutableArray<Column> Changing =
    [
        new("sba_loan_number", ColumnKind.Text, 10),
        OpenLoan,
        new("program", ColumnKind.Text, 10),
        new("location_id", ColumnKind.Text, 7),
        new("amount_type", ColumnKind.Text, 10),
        new("prepayment_amount", ColumnKind.Money, Nullable: true),
        new("payoff_date", ColumnKind.Date),
        new("notice_received_date", ColumnKind.Date, Nullable: true),
        new("reason", ColumnKind.Text, 20),
        new("contact_name", ColumnKind.Text, 100),
        new("contact_phone", ColumnKind.Text, 30),
        new("contact_email", ColumnKind.Text, 254),
        new("escrow_company", ColumnKind.Text, 100, Nullable: true),
        new("escrow_contact", ColumnKind.Text, 100, Nullable: true),
        new("escrow_phone", ColumnKind.Text, 30, Nullable: true),
        .. AddressColumns("property"),
        .. AddressColumns("mailing"),
        new("quote_principal", ColumnKind.Money, Nullable: true),
        new("quote_interest", ColumnKind.Money, Nullable: true),
        new("quote_fees", ColumnKind.Money, Nullable: true),
        new("quote_premium", ColumnKind.Money, Nullable: true),
        new("quote_total", ColumnKind.Money, Nullable: true),
        new("quote_per_diem", ColumnKind.Money, Nullable: true),
        new("quote_good_through", ColumnKind.Date, Nullable: true),
        new("status", ColumnKind.Text, 20),
        new("updated_at", ColumnKind.Instant),
        new("version", ColumnKind.Long),
    ];

    public static RowShape Insert { get; } = RowShape.Insert("PAYOFF", [Id, RequestedBy, CreatedAt, .. Changing]);

    public static RowShape Update { get; } = RowShape.Update("PAYOFF", Changing, [Id, ExpectedVersion]);

    /// <summary>Whether a payoff in this status keeps its loan from getting another.</summary>
    public static bool IsOpen(PayoffStatus status) => status
        is not (PayoffStatus.Completed or PayoffStatus.Cancelled or PayoffStatus.Rejected or PayoffStatus.Expired);

    public static Row ToInsert(Payoff payoff) =>
        Insert.Row([payoff.Id, payoff.RequestedBy, payoff.CreatedAt, .. Values(payoff)]);

    public static Row ToUpdate(Payoff payoff, long expectedVersion) =>
        payoff.Version == expectedVersion + 1
            ? Update.Row([.. Values(payoff), payoff.Id, expectedVersion])
            : throw new ArgumentException("The new version is not the one after the expected.", nameof(payoff));

    /// <summary>What a new payoff claims: its id, which a repeated request has too, and its loan while it is open.</summary>
    public static ImmutableArray<ClaimedKey> ClaimedKeys(Payoff payoff)
    {
        var id = new ClaimedKey(Insert.Table, Id.Name, Needed(payoff.Id, nameof(payoff.Id)).ToString("D"));
        return IsOpen(Needed(payoff.Status, nameof(payoff.Status)))
            ? [id, new ClaimedKey(Insert.Table, OpenLoan.Name, payoff.SbaLoanNumber!)]
            : [id];
    }

    private static object?[] Values(Payoff payoff)
    {
        var status = Needed(payoff.Status, nameof(payoff.Status));
        return
        [
            payoff.SbaLoanNumber,
            IsOpen(status) ? payoff.SbaLoanNumber : null,
            Code<LoanProgram>.Of(Needed(payoff.Program, nameof(payoff.Program))),
            payoff.LocationId,
            Code<AmountType>.Of(Needed(payoff.AmountType, nameof(payoff.AmountType))),
            payoff.PrepaymentAmount,
            payoff.PayoffDate,
            payoff.NoticeReceivedDate,
            Code<PayoffReason>.Of(Needed(payoff.Reason, nameof(payoff.Reason))),
            payoff.Contact?.Name,
            payoff.Contact?.Phone,
            payoff.Contact?.Email,
            .. Part(payoff.Escrow, escrow => escrow.Company, 3, escrow => [escrow.Company, escrow.Contact, escrow.Phone]),
            .. Part(payoff.PropertyAddress, address => address.Line1, 6, AddressValues),
            .. Part(payoff.NewMailingAddress, address => address.Line1, 6, AddressValues),
            .. Part(payoff.Quote, quote => quote.Total, 7, QuoteValues),
            Code<PayoffStatus>.Of(status),
            payoff.UpdatedAt,
            payoff.Version,
        ];
    }

    private static ImmutableArray<Column> AddressColumns(string prefix) =>
    [
        new(prefix + "_line1", ColumnKind.Text, 100, Nullable: true),
        new(prefix + "_line2", ColumnKind.Text, 100, Nullable: true),
        new(prefix + "_city", ColumnKind.Text, 60, Nullable: true),
        new(prefix + "_state", ColumnKind.Text, 40, Nullable: true),
        new(prefix + "_postal_code", ColumnKind.Text, 12, Nullable: true),
        new(prefix + "_country", ColumnKind.Text, 2, Nullable: true),
    ];

    private static object?[] AddressValues(Address address) =>
        [address.Line1, address.Line2, address.City, address.State, address.PostalCode, address.Country];

    private static object?[] QuoteValues(Quote quote) =>
        [quote.Principal, quote.Interest, quote.Fees, quote.Premium, quote.Total, quote.PerDiem, quote.GoodThrough];

    // A part that is there but lacks the member by which it is recognised would come back as absent.
    private static object?[] Part<T>(T? part, Func<T, object?> recognisedBy, int columns, Func<T, object?[]> values)
        where T : class
    {
        if (part is null)
        {
            return new object?[columns];
        }

        return recognisedBy(part) is null
            ? throw new ArgumentException($"The {typeof(T).Name} lacks a required member.", nameof(part))
            : values(part);
    }

    private static T Needed<T>(T? value, string member)
        where T : struct =>
        value ?? throw new ArgumentException($"{member} has no value.", member);
}
