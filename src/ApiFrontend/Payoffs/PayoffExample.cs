using LoApi.Payoffs;

namespace LoApi.ApiFrontend.Payoffs;

/// <summary>The payoff that the documentation shows: just received, for user 1 of location 1 of the demonstration data.</summary>
internal static class PayoffExample
{
    public static Payoff Value { get; } = new()
    {
        Id = new("0b7c6a52-6b0f-5a41-9d5c-0d6f3b1c9a77"),
        SbaLoanNumber = "1234567801",
        Program = LoanProgram.Section7a,
        LocationId = "1",
        RequestedBy = "1",
        AmountType = AmountType.Partial,
        PrepaymentAmount = 125_000,
        PayoffDate = new(2030, 1, 15),
        NoticeReceivedDate = null,
        Reason = PayoffReason.Refinance,
        Contact = new() { Name = "Pat Doe", Phone = "+1 202 555 0100", Email = "pat.doe@example.com" },
        PropertyAddress = new() { Line1 = "1 Main Street", City = "Springfield", State = "IL", PostalCode = "62701", Country = "US" },
        Status = PayoffStatus.Received,
        CreatedAt = new(2027, 1, 4, 15, 0, 0, TimeSpan.Zero),
        UpdatedAt = new(2027, 1, 4, 15, 0, 0, TimeSpan.Zero),
        Version = 1,
    };
}
