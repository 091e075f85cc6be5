using LoApi.Grains.Payoffs;
using LoApi.Json;
using LoApi.Payoffs;

namespace LoApi.Grains.Tests.Payoffs;

public sealed class PayoffTransitionsTests
{
    // Rows are the status that a payoff has, columns the one that is asked for: stays, allowed, or refused.
    private const string Table =
        """
                   received scheduled quoted funded completed cancelled rejected expired
        received   =        +         -      -      -         +         +        -
        scheduled  -        =         +      -      -         +         +        -
        quoted     -        -         =      +      -         +         +        -
        funded     -        -         -      =      +         -         -        -
        completed  -        -         -      -      =         -         -        -
        cancelled  -        -         -      -      -         =         -        -
        rejected   -        -         -      -      -         -         =        -
        expired    -        -         -      -      -         -         -        =
        """;

    public static TheoryData<PayoffStatus, PayoffStatus, bool> EveryPair()
    {
        var lines = Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToArray();
        var pairs = new TheoryData<PayoffStatus, PayoffStatus, bool>();
        foreach (var row in lines[1..])
        {
            for (var column = 0; column < lines[0].Length; column++)
            {
                pairs.Add(Status(row[0]), Status(lines[0][column]), row[column + 1] != "-");
            }
        }

        return pairs;
    }

    [Fact]
    public void EveryPair_Table_IsComplete() => Assert.Equal(64, EveryPair().Count);

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void Check_Pair_IsAllowedAsTheTableSays(PayoffStatus from, PayoffStatus to, bool allowed)
    {
        var error = PayoffTransitions.Check(from, to);
        Assert.Equal(allowed ? null : "/status invalid_transition", error is null ? null : $"{error.Pointer} {error.Code}");
    }

    [Theory]
    [InlineData("received", "A received payoff can become: scheduled, cancelled, rejected.")]
    [InlineData("scheduled", "A scheduled payoff can become: quoted, cancelled, rejected.")]
    [InlineData("quoted", "A quoted payoff can become: funded, cancelled, rejected.")]
    [InlineData("funded", "A funded payoff can become: completed.")]
    [InlineData("completed", "A completed payoff stays so.")]
    [InlineData("cancelled", "A cancelled payoff stays so.")]
    [InlineData("rejected", "A rejected payoff stays so.")]
    public void Check_Refused_NamesThoseThatAreAllowed(string from, string detail) =>
        Assert.Equal(detail, PayoffTransitions.Check(Status(from), PayoffStatus.Expired)!.Detail);

    [Theory]
    [InlineData("received", true)]
    [InlineData("scheduled", true)]
    [InlineData("quoted", true)]
    [InlineData("funded", false)]
    [InlineData("completed", false)]
    [InlineData("cancelled", false)]
    [InlineData("rejected", false)]
    [InlineData("expired", false)]
    public void AwaitsMoney_EachStatus_IsBeforeFunded(string status, bool expected) =>
        Assert.Equal(expected, PayoffTransitions.AwaitsMoney(Status(status)));

    private static PayoffStatus Status(string code) =>
        Code<PayoffStatus>.TryParse(code, out var status) ? status : throw new ArgumentException(code, nameof(code));
}
