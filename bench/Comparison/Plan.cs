namespace LoApi.Comparison;

/// <summary>How much is measured, and for how long.</summary>
internal sealed record Plan
{
    /// <summary>Rounds of each piece of work, in each of which every contender has one turn.</summary>
    public required int Rounds { get; init; }

    /// <summary>How long a turn takes.</summary>
    public required TimeSpan Turn { get; init; }

    /// <summary>The same load before a contender's first turn at a piece of work: it compiles what it runs.</summary>
    public required TimeSpan WarmUp { get; init; }

    /// <summary>Connections of the closed loop; more than one number: all is measured with each.</summary>
    public required IReadOnlyList<int> Connections { get; init; }

    /// <summary>Shares of a contender's own peak that it is offered in the open loop.</summary>
    public required IReadOnlyList<double> Shares { get; init; }

    /// <summary>Numbers of users and payoffs with which LoApi is measured besides.</summary>
    public required IReadOnlyList<int> Sizes { get; init; }

    /// <summary>When the rounds that are left are given up, of each piece of work but the first.</summary>
    public required TimeSpan Limit { get; init; }

    /// <summary>Everything once: to see that it works.</summary>
    public static Plan Quick { get; } = new()
    {
        Rounds = 1,
        Turn = TimeSpan.FromSeconds(1),
        WarmUp = TimeSpan.FromSeconds(0.5),
        Connections = [32],
        Shares = [0.3, 0.7],
        Sizes = [],
        Limit = TimeSpan.FromSeconds(75),
    };

    /// <summary>What <c>docs/performance.md</c> shows.</summary>
    public static Plan Full { get; } = new()
    {
        Rounds = 3,
        Turn = TimeSpan.FromSeconds(3),
        WarmUp = TimeSpan.FromSeconds(6),
        Connections = [32],
        Shares = [0.1, 0.3, 0.5, 0.7, 0.9],
        Sizes = [],
        Limit = TimeSpan.FromMinutes(16),
    };

    /// <summary>With one and with 256 connections too, and with more data.</summary>
    public static Plan Long { get; } = Full with
    {
        Connections = [1, 32, 256],
        Sizes = [1_000, 100_000, 1_000_000],
        Limit = TimeSpan.FromHours(2),
    };
}
