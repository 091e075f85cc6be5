using LoApi.ApiFrontend.Lists;
using LoApi.Locations;
using LoApi.Payoffs;
using LoApi.Users;

namespace LoApi.ApiFrontend.Payoffs;

/// <summary>What the list of payoffs can be asked.</summary>
internal static class PayoffList
{
    public static ListDefinition Definition { get; } = new(
        "payoffs",
        [new("created_at", Descending: true), new("id", Descending: false)],
        [
            new("id", MemberType.Text, Filterable: false, Sortable: true),
            new("created_at", MemberType.Instant, Sortable: true),
            new("payoff_date", MemberType.Date, Sortable: true),
            new("status", MemberType.Codes<PayoffStatus>()),
            new("location_id", MemberType.Id(LocationId.Pattern, "One to seven digits.")),
            new("requested_by", MemberType.Id(UserId.Pattern, "A user's id.")),
            new("sba_loan_number", MemberType.Id(SbaLoanNumber.Pattern, "Ten digits.")),
        ]);
}
