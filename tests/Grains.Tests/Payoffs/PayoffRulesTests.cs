using LoApi.Callers;
using LoApi.Grains.Payoffs;
using LoApi.Payoffs;

namespace LoApi.Grains.Tests.Payoffs;

public sealed class PayoffRulesTests
{
    private static readonly DateOnly Today = new(2027, 1, 4); // a Monday
    private static readonly Caller Caller = new("prepay", "7", "12", "request-1");

    private static readonly Payoff Sound7a = new()
    {
        SbaLoanNumber = "1004285007",
        Program = LoanProgram.Section7a,
        LocationId = "12",
        AmountType = AmountType.Full,
        PayoffDate = new(2027, 1, 5),
        Reason = PayoffReason.Sale,
        Contact = new() { Name = "Pat Doe", Phone = "202-555-0100", Email = "pat.doe@example.com" },
    };

    private static readonly Payoff Sound504 = Sound7a with { Program = LoanProgram.Section504, PayoffDate = new(2027, 1, 21) };

    [Fact]
    public void Check_SoundDrafts_BreakNothing()
    {
        Assert.Empty(Check(Sound7a));
        Assert.Empty(Check(Sound504));
        Assert.Empty(Check(Sound7a with { AmountType = AmountType.Partial, PrepaymentAmount = 0.01m }));
        Assert.Empty(Check(Sound7a with { RequestedBy = "7", Status = PayoffStatus.Received }));
    }

    [Fact]
    public void Check_EmptyDraft_BreaksNothingOfWhatIsNotThere() => Assert.Empty(Check(new Payoff()));

    [Fact]
    public void Check_CheckDigits_AreVerifiedUnlessSwitchedOff()
    {
        var draft = Sound7a with { SbaLoanNumber = "1004285008" };
        Assert.Equal(["/sba_loan_number check_digit"], Check(draft));
        Assert.Empty(Check(draft, new() { CheckDigit = false }));
    }

    [Theory]
    [InlineData("2027-01-04", "date_not_in_future")] // today
    [InlineData("2020-06-01", "date_not_in_future")]
    [InlineData("2027-01-09", "not_a_business_day")] // a Saturday
    [InlineData("2027-01-18", "not_a_business_day")] // Birthday of Martin Luther King, Jr.
    [InlineData("2057-01-05", "out_of_range")]
    [InlineData("9999-12-31", "out_of_range")]
    public void Check_7aDate_SaysWhatIsWrong(string date, string code) =>
        Assert.Equal([$"/payoff_date {code}"], Check(Sound7a with { PayoffDate = DateOnly.Parse(date) }));

    [Theory]
    [InlineData("2027-01-20", "not_a_payoff_day")]
    [InlineData("2027-01-14", "not_a_payoff_day")]
    [InlineData("2027-01-11", "notice_too_short")]
    public void Check_504Date_SaysWhatIsWrong(string date, string code) =>
        Assert.Equal([$"/payoff_date {code}"], Check(Sound504 with { PayoffDate = DateOnly.Parse(date) }));

    [Fact]
    public void Check_504Notice_CountsFromTheNoticeOrFromToday()
    {
        // Third Thursday 2027-01-21: eight days after 2027-01-13.
        Assert.Empty(Check(Sound504, today: new(2027, 1, 13)));
        Assert.Equal(["/payoff_date notice_too_short"], Check(Sound504, today: new(2027, 1, 14)));
        Assert.Empty(Check(Sound504 with { NoticeReceivedDate = new(2027, 1, 13) }, today: new(2027, 1, 14)));
        Assert.Equal(["/payoff_date notice_too_short"], Check(Sound504, new() { Section504NoticeDays = 30 }));
    }

    [Fact]
    public void Check_Amounts_SayWhatIsWrong()
    {
        Assert.Equal(["/prepayment_amount required"], Check(Sound7a with { AmountType = AmountType.Partial }));
        Assert.Equal(["/prepayment_amount not_allowed"], Check(Sound7a with { PrepaymentAmount = 1m }));
        Assert.Equal(["/prepayment_amount out_of_range"], Check(Sound7a with { AmountType = AmountType.Partial, PrepaymentAmount = 0m }));
        Assert.Equal(["/amount_type not_allowed"], Check(Sound504 with { AmountType = AmountType.Partial, PrepaymentAmount = 1m }));
    }

    [Fact]
    public void Check_ServerMembers_AreRefusedWhereTheyDiffer() =>
        Assert.Equal(
            [
                "/location_id context_mismatch", "/requested_by read_only", "/id read_only", "/created_at read_only",
                "/updated_at read_only", "/version read_only", "/status not_allowed", "/quote not_allowed",
                "/notice_received_date out_of_range",
            ],
            Check(Sound7a with
            {
                LocationId = "13",
                RequestedBy = "8",
                Id = Guid.Empty,
                CreatedAt = DateTimeOffset.UnixEpoch,
                UpdatedAt = DateTimeOffset.UnixEpoch,
                Version = 1,
                Status = PayoffStatus.Funded,
                Quote = new(),
                NoticeReceivedDate = Today.AddDays(1),
            }));

    private static string[] Check(Payoff draft, PayoffOptions? options = null, DateOnly? today = null) =>
        [.. PayoffRules.Check(draft, Caller, today ?? Today, options ?? new()).Select(error => $"{error.Pointer} {error.Code}")];
}
