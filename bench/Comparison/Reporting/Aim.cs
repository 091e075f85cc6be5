using LoApi.Comparison.Contenders;
using LoApi.Comparison.Databases;
using LoApi.Comparison.Loads;

namespace LoApi.Comparison.Reporting;

/// <summary>How many times as fast as another LoApi wants to be at some work.</summary>
internal sealed record Aim(DatabaseKind Database, Work Work, Contender Against, double Ratio)
{
    public static readonly IReadOnlyList<Aim> All =
    [
        .. Of(DatabaseKind.Sqlite, Work.Countries, 0.70, 5, 150),
        .. Of(DatabaseKind.Sqlite, Work.User, 0.50, 3, 60),
        .. Of(DatabaseKind.Sqlite, Work.Payoff, 0.50, 3, 60),
        .. Of(DatabaseKind.Sqlite, Work.Create, 0.10, 4, 20),
        .. Of(DatabaseKind.PostgreSql, Work.Create, 0.05, 3, 12),
    ];

    private static IEnumerable<Aim> Of(DatabaseKind database, Work work, double bare, double plain, double fastApi) =>
    [
        new(database, work, Contender.BareKestrel, bare),
        new(database, work, Contender.PlainAspNet, plain),
        new(database, work, Contender.FastApi, fastApi),
    ];
}
