using System.Globalization;
using LoApi.Json;
using LoApi.Payoffs;
using LoApi.Storage.Lists;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Payoffs;

/// <summary>What lists of payoffs are filtered and sorted by: columns that an index has; see migrations 0015 and 0016 for those of one location.</summary>
internal static class PayoffList
{
    public static ListColumns<Payoff> Columns { get; } = new(
        new("id", "id", ColumnKind.Uuid, payoff => payoff.Id!.Value.ToString("D")),
        new("created_at", "created_at", ColumnKind.Instant, payoff => InstantText.Of(payoff.CreatedAt!.Value)),
        new("payoff_date", "payoff_date", ColumnKind.Date, payoff => payoff.PayoffDate!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        new("status", "status", ColumnKind.Text, payoff => Code<PayoffStatus>.Of(payoff.Status!.Value)),
        new("location_id", "location_id", ColumnKind.Text, payoff => payoff.LocationId!),
        new("requested_by", "requested_by", ColumnKind.Text, payoff => payoff.RequestedBy!),
        new("sba_loan_number", "sba_loan_number", ColumnKind.Text, payoff => payoff.SbaLoanNumber!));
}
