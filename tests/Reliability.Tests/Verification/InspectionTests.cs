using LoApi.Reliability.Databases;
using LoApi.Reliability.Load;
using LoApi.Reliability.Verification;

namespace LoApi.Reliability.Tests.Verification;

/// <summary>The judge of the kill rounds finds what it is there to find.</summary>
public sealed class InspectionTests
{
    private readonly Ledger _ledger = new();
    private readonly List<StoredPayoff> _payoffs = [];
    private readonly List<StoredAnswer> _answers = [];
    private readonly List<StoredChange> _changes = [new(First, 1), new(Second, 1), new(First, 2)];

    public InspectionTests()
    {
        Accept("a", 1, First, "received", "Ann");
        Accept("b", 2, First, "received", "Bob");
        Accept("c", 1, Second, "received", "Cid");
        _payoffs.Add(new(First, "1", "received", "Bob", 2));
        _payoffs.Add(new(Second, "2", "received", "Cid", 1));
    }

    private static Guid First { get; } = new("11111111-1111-1111-1111-111111111111");

    private static Guid Second { get; } = new("22222222-2222-2222-2222-222222222222");

    [Fact]
    public void Inspect_WhatWasAcknowledged_FindsNothing() => Assert.Empty(Inspect().All);

    [Fact]
    public void Inspect_WithoutARecord_IsLost()
    {
        _answers.RemoveAt(1);
        Assert.Equal((1, 0), Count(Inspect()));
    }

    [Fact]
    public void Inspect_WithAnotherRecord_IsLost()
    {
        _answers[1] = _answers[1] with { ETag = "\"3\"" };
        Assert.Equal((1, 0), Count(Inspect()));
    }

    [Fact]
    public void Inspect_WithoutARow_IsLost()
    {
        _payoffs.RemoveAt(1);
        Assert.Equal((1, 0), Count(Inspect()));
    }

    [Fact]
    public void Inspect_WithAnEarlierVersion_IsLost()
    {
        _payoffs[0] = _payoffs[0] with { Version = 1, ContactName = "Ann" };
        Assert.Equal((1, 0), Count(Inspect()));
    }

    [Fact]
    public void Inspect_WithAnotherContentOfTheVersion_IsLost()
    {
        _payoffs[0] = _payoffs[0] with { ContactName = "Ann" };
        Assert.Equal((1, 0), Count(Inspect()));
    }

    [Fact]
    public void Inspect_WithAVersionBeyond_IsDoubled()
    {
        _payoffs[0] = _payoffs[0] with { Version = 3 };
        Assert.Equal((0, 1), Count(Inspect()));
    }

    [Fact]
    public void Inspect_WithAVersionAcknowledgedTwice_IsDoubled()
    {
        Accept("d", 2, First, "received", "Bob");
        Assert.Equal((0, 2), Count(Inspect()));
    }

    [Fact]
    public void Inspect_WithARowOfNobody_IsDoubled()
    {
        _payoffs.Add(new(Guid.Empty, "1", "cancelled", "Ann", 1));
        Assert.Equal((0, 1), Count(Inspect()));
    }

    [Fact]
    public void Inspect_WithARecordOfNobody_IsDoubled()
    {
        _answers.Add(new("e", $"{First}", 200, "\"2\""));
        Assert.Equal((0, 1), Count(Inspect()));
    }

    [Fact]
    public void Inspect_WithoutAnAuditRecord_IsUnaudited()
    {
        _changes.RemoveAt(0);
        Assert.Single(Inspect().Unaudited);
    }

    [Fact]
    public void Inspect_WithAnAuditRecordTwice_IsUnaudited()
    {
        _changes.Add(new(First, 2));
        Assert.Single(Inspect().Unaudited);
    }

    [Fact]
    public void Inspect_WithAnAuditRecordOfNothing_IsUnaudited()
    {
        _changes.Add(new(Guid.Empty, 1));
        Assert.Single(Inspect().Unaudited);
    }

    private static (int Lost, int Doubled) Count(Findings findings) => (findings.Lost.Count, findings.Doubled.Count);

    private Findings Inspect() => new Inspection(_ledger, _payoffs, _answers, _changes).Inspect();

    private void Accept(string key, long version, Guid payoff, string status, string contact)
    {
        var loan = payoff == First ? "1" : "2";
        var body = $$"""{"id":"{{payoff}}","sba_loan_number":"{{loan}}","status":"{{status}}","contact":{"name":"{{contact}}"},"version":{{version}}}""";
        var write = new Write(key, HttpMethod.Post, Writes.Payoffs, null, null, []);
        _ledger.Accept(write, new Answer(200, $"\"{version}\"", body, Replayed: false, Attempts: 1));
        _answers.Add(new(key, $"{payoff}", 200, $"\"{version}\""));
    }
}
