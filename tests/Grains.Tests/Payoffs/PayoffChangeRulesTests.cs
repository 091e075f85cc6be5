using LoApi.Callers;
using LoApi.Errors;
using LoApi.Fixtures;
using LoApi.Grains.Payoffs;
using LoApi.Payoffs;

namespace LoApi.Grains.Tests.Payoffs;

public sealed class PayoffChangeRulesTests
{
    private static readonly DateOnly Today = new(2027, 1, 4); // a Monday
    private static readonly DateOnly LongAfter = new(2028, 1, 3);

    private static readonly Payoff Received = new()
    {
        Id = new("3f2504e0-4f89-81d3-9a0c-0305e82c3301"),
        SbaLoanNumber = "1004285007",
        Program = LoanProgram.Section7a,
        LocationId = "12",
        RequestedBy = "7",
        AmountType = AmountType.Full,
        PayoffDate = new(2027, 1, 21), // a third Thursday
        Reason = PayoffReason.Sale,
        Contact = new() { Name = "Pat Doe", Phone = "202-555-0100", Email = "pat.doe@example.com" },
        Status = PayoffStatus.Received,
        CreatedAt = new(2027, 1, 4, 15, 0, 0, TimeSpan.Zero),
        UpdatedAt = new(2027, 1, 4, 15, 0, 0, TimeSpan.Zero),
        Version = 3,
    };

    private static readonly Quote Quote = new()
    {
        Principal = 100_000.10m,
        Interest = 500.25m,
        Fees = 10m,
        Premium = 0m,
        Total = 100_510.35m,
        GoodThrough = new(2027, 1, 21),
    };

    [Fact]
    public void Check_Unchanged_BreaksNothingWhateverTheDay()
    {
        foreach (var status in Enum.GetValues<PayoffStatus>())
        {
            var current = Received with { Status = status };
            Assert.Empty(Check(current, current, LongAfter));
        }
    }

    [Fact]
    public void Check_ServerMembersChanged_AreReadOnly() =>
        Assert.Equal(
            ["/id read_only", "/requested_by read_only", "/created_at read_only", "/updated_at read_only", "/version read_only"],
            Check(Received, Received with
            {
                Id = Guid.Empty,
                RequestedBy = "8",
                CreatedAt = DateTimeOffset.UnixEpoch,
                UpdatedAt = DateTimeOffset.UnixEpoch,
                Version = 4,
            }));

    [Fact]
    public void Check_ServerMembersTakenAway_AreReadOnly() =>
        Assert.Equal(
            ["/id read_only", "/requested_by read_only", "/created_at read_only", "/updated_at read_only", "/version read_only", "/status required"],
            Check(Received, Received with { Id = null, RequestedBy = null, CreatedAt = null, UpdatedAt = null, Version = null, Status = null }));

    [Fact]
    public void Check_LoanOrLocationChanged_IsNotAllowed() =>
        Assert.Equal(
            ["/sba_loan_number not_allowed", "/location_id not_allowed"],
            Check(Received, Received with { SbaLoanNumber = "1004285104", LocationId = "13" }));

    [Fact]
    public void Check_OtherMembersChanged_AreAllowedInEveryStatus()
    {
        foreach (var status in Enum.GetValues<PayoffStatus>())
        {
            var current = Received with { Status = status };
            Assert.Empty(Check(current, current with { Reason = PayoffReason.Cash, Contact = current.Contact! with { Phone = "1" }, Escrow = new() }, LongAfter));
        }
    }

    [Fact]
    public void Check_DateGoneBy_CanStillBeCancelledAndCompleted()
    {
        Assert.Empty(Check(Received, Received with { Status = PayoffStatus.Cancelled }, LongAfter));
        var funded = Received with { Status = PayoffStatus.Funded };
        Assert.Empty(Check(funded, funded with { Status = PayoffStatus.Completed }, LongAfter));
    }

    [Theory]
    [InlineData("2027-01-04", "date_not_in_future")]
    [InlineData("2027-01-18", "not_a_business_day")]
    public void Check_DateChanged_IsJudgedByToday(string date, string code) =>
        Assert.Equal([$"/payoff_date {code}"], Check(Received, Received with { PayoffDate = DateOnly.Parse(date) }));

    [Fact]
    public void Check_DateThatStays_IsJudgedByTheDayOfItsCreation()
    {
        var payoffDay = Received.PayoffDate!.Value;
        Assert.Empty(Check(Received, Received with { Program = LoanProgram.Section504 }, payoffDay));
        Assert.Empty(Check(Received, Received with { NoticeReceivedDate = new(2027, 1, 2) }, payoffDay));

        var onATuesday = Received with { PayoffDate = new(2027, 1, 19) };
        Assert.Equal(["/payoff_date not_a_payoff_day"], Check(onATuesday, onATuesday with { Program = LoanProgram.Section504 }));
    }

    [Fact]
    public void Check_NoticeChanged_IsHeldAgainstTodayAndTheDate()
    {
        var debenture = Received with { Program = LoanProgram.Section504 };
        Assert.Equal(["/notice_received_date out_of_range"], Check(debenture, debenture with { NoticeReceivedDate = Today.AddDays(1) }));
        Assert.Equal(
            ["/payoff_date notice_too_short"],
            Check(debenture, debenture with { NoticeReceivedDate = new(2027, 1, 14) }, new(2027, 1, 15)));
        Assert.Empty(Check(debenture, debenture with { NoticeReceivedDate = new(2027, 1, 13) }, new(2027, 1, 15)));
        Assert.Empty(Check(debenture, debenture with { NoticeReceivedDate = new(2026, 12, 1) }, new(2027, 1, 15)));

        // 7(a) needs no time between them: a notice of the day itself breaks nothing, even on that day.
        Assert.Empty(Check(Received, Received with { NoticeReceivedDate = new(2027, 1, 21) }, new(2027, 1, 21)));
    }

    [Fact]
    public void Check_AmountsChanged_AreJudgedTogether()
    {
        Assert.Equal(["/prepayment_amount required"], Check(Received, Received with { AmountType = AmountType.Partial }));
        Assert.Equal(["/prepayment_amount not_allowed"], Check(Received, Received with { PrepaymentAmount = 1m }));
        Assert.Empty(Check(Received, Received with { AmountType = AmountType.Partial, PrepaymentAmount = 1m }));

        var partial = Received with { AmountType = AmountType.Partial, PrepaymentAmount = 1m };
        Assert.Equal(["/amount_type not_allowed"], Check(partial, partial with { Program = LoanProgram.Section504 }));
    }

    [Theory]
    [InlineData(PayoffStatus.Received, false)]
    [InlineData(PayoffStatus.Scheduled, false)]
    [InlineData(PayoffStatus.Quoted, false)]
    [InlineData(PayoffStatus.Funded, true)]
    [InlineData(PayoffStatus.Completed, true)]
    [InlineData(PayoffStatus.Cancelled, true)]
    [InlineData(PayoffStatus.Rejected, true)]
    [InlineData(PayoffStatus.Expired, true)]
    public void Check_TermsChanged_AreSettledOnceFundedOrClosed(PayoffStatus status, bool settled)
    {
        var current = Received with { Status = status };
        var changed = current with
        {
            Program = LoanProgram.Section504,
            AmountType = AmountType.Partial,
            PrepaymentAmount = 1m,
            PayoffDate = new(2027, 2, 18),
            NoticeReceivedDate = Today,
        };
        string[] expected = settled
            ?
            [
                "/program not_allowed", "/amount_type not_allowed", "/prepayment_amount not_allowed",
                "/payoff_date not_allowed", "/notice_received_date not_allowed",
            ]
            : ["/amount_type not_allowed"];
        Assert.Equal(expected, Check(current, changed));
    }

    [Theory]
    [InlineData(PayoffStatus.Received, PayoffStatus.Received, false)]
    [InlineData(PayoffStatus.Received, PayoffStatus.Scheduled, true)]
    [InlineData(PayoffStatus.Scheduled, PayoffStatus.Scheduled, true)]
    [InlineData(PayoffStatus.Scheduled, PayoffStatus.Quoted, true)]
    [InlineData(PayoffStatus.Quoted, PayoffStatus.Quoted, true)]
    [InlineData(PayoffStatus.Quoted, PayoffStatus.Funded, false)]
    [InlineData(PayoffStatus.Quoted, PayoffStatus.Cancelled, false)]
    [InlineData(PayoffStatus.Funded, PayoffStatus.Funded, false)]
    [InlineData(PayoffStatus.Cancelled, PayoffStatus.Cancelled, false)]
    public void Check_Quote_IsSetOnTheWayToQuoted(PayoffStatus from, PayoffStatus to, bool allowed)
    {
        var current = Received with { Status = from };
        Assert.Equal(allowed ? [] : ["/quote not_allowed"], Check(current, current with { Status = to, Quote = Quote }));

        var quoted = current with { Quote = Quote };
        Assert.Equal(allowed ? [] : ["/quote not_allowed"], Check(quoted, quoted with { Status = to, Quote = null }));
        Assert.Empty(Check(quoted, quoted with { Status = to }));
    }

    [Fact]
    public void Check_QuoteTotal_IsTheSumOfItsParts()
    {
        var scheduled = Received with { Status = PayoffStatus.Scheduled };
        Assert.Equal(["/quote/total total_mismatch"], Check(scheduled, scheduled with { Quote = Quote with { Total = 100_510.34m } }));
        Assert.Empty(Check(scheduled, scheduled with { Quote = Quote with { PerDiem = 13.70m } }));
        Assert.Empty(Check(scheduled, scheduled with { Quote = Quote with { Fees = null } })); // Absent: the model's own rule.
    }

    [Fact]
    public void From_InvalidTransitionAmongOtherErrors_HeadsThem()
    {
        var changed = Received with { Status = PayoffStatus.Funded, Version = 9 };
        var request = new ChangePayoff(new Caller("prepay", "7", "12", "request-1"), 3, changed, Idempotency: null);
        var failure = PayoffChange.From(Received, request, new(new FakeTimeProvider()), DateTimeOffset.UnixEpoch, new()).Failure!;
        Assert.Equal(ProblemCode.InvalidTransition, failure.Code);
        Assert.Equal("A received payoff can become: scheduled, cancelled, rejected.", failure.Detail);
        Assert.Equal(["/version read_only", "/status invalid_transition"], failure.Errors.Select(error => $"{error.Pointer} {error.Code}"));
    }

    private static string[] Check(Payoff current, Payoff changed, DateOnly? today = null) =>
        [.. PayoffChangeRules.Check(current, changed, today ?? Today, createdOn: Today, new()).Select(error => $"{error.Pointer} {error.Code}")];
}
