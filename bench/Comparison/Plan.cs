using LoApi.Comparison.Loads;

namespace LoApi.Comparison;

/// <summary>How much is measured, and for how long.</summary>
internal sealed record Plan
{
    /// <summary>What is measured.</summary>
    public required IReadOnlyList<Part> Parts { get; init; }

    /// <summary>All work, with the connections that the aims are about.</summary>
    public required Matrix Contenders { get; init; }

    /// <summary>The main work, with other numbers of connections.</summary>
    public required Matrix Connections { get; init; }

    /// <summary>For how long the databases' own inserts are measured.</summary>
    public required TimeSpan Inserts { get; init; }

    /// <summary>Shares of a contender's own peak that it is offered in the open loop.</summary>
    public required IReadOnlyList<double> Shares { get; init; }

    /// <summary>For how long it is offered each of them.</summary>
    public required TimeSpan Offer { get; init; }

    /// <summary>Numbers of users and payoffs with which LoApi is measured; the last is held against the first.</summary>
    public required IReadOnlyList<int> Sizes { get; init; }

    /// <summary>Everything once: to see that it works.</summary>
    public static Plan Quick { get; } = new()
    {
        Parts = [Part.Contenders],
        Contenders = new(Work.All, [32], Rounds: 1, Turn: TimeSpan.FromSeconds(1), WarmUp: TimeSpan.FromSeconds(1), Limit: TimeSpan.FromSeconds(75)),
        Connections = new([Work.User, Work.Create], [1, 256], Rounds: 1, Turn: TimeSpan.FromSeconds(1), WarmUp: TimeSpan.FromSeconds(1), Limit: TimeSpan.FromSeconds(75)),
        Inserts = TimeSpan.FromSeconds(1),
        Shares = [0.3, 0.7],
        Offer = TimeSpan.FromSeconds(1),
        Sizes = [1_000, 50_000],
    };

    /// <summary>What <c>docs/performance.md</c> shows: the contenders in less than 20 minutes, each of the others in less than 10.</summary>
    public static Plan Full { get; } = new()
    {
        Parts = [Part.Contenders],
        Contenders = new(Work.All, [32], Rounds: 3, Turn: TimeSpan.FromSeconds(4), WarmUp: TimeSpan.FromSeconds(5), Limit: TimeSpan.FromMinutes(15.5)),
        Connections = new(
            [Work.Countries, Work.User, Work.Payoff, Work.Create],
            [1, 256],
            Rounds: 3,
            Turn: TimeSpan.FromSeconds(2),
            WarmUp: TimeSpan.FromSeconds(1),
            Limit: TimeSpan.FromMinutes(8.5)),
        Inserts = TimeSpan.FromSeconds(3),
        Shares = [0.1, 0.3, 0.5, 0.7, 0.9],
        Offer = TimeSpan.FromSeconds(5),
        Sizes = [1_000, 100_000, 1_000_000],
    };

    public Matrix MatrixOf(Part part) => part == Part.Connections ? Connections : Contenders;
}
