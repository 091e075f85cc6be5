using LoApi.Comparison.Contenders;
using LoApi.Comparison.Databases;
using LoApi.Comparison.Loads;

namespace LoApi.Comparison.Measures;

/// <summary>LoApi with much data: the first page of a list and one far behind, single reads cold and warm, and what a grain needs of memory.</summary>
internal static class ScalingMeasure
{
    /// <summary>The share of all payoffs and users that one location has.</summary>
    private const double Crowded = 0.6;

    private const int FarPage = 10_000;

    /// <summary>So many payoffs, and as many users, are read by id.</summary>
    private const int Sampled = 500;

    /// <summary>The heap is looked at with so many payoffs read, and with so many: what is there anyway does not count.</summary>
    private const int FewGrains = 10_000;

    private const int ManyGrains = 40_000;

    public static async Task<ScaledFigures> RunAsync(Arena arena, int size, CancellationToken cancellation)
    {
        var database = $"scaled_{size}";
        var payoffs = new SeededPayoffs(size, Crowded);
        var users = new SeededUsers(size, Crowded);
        var requests = new Requests(arena.Client, payoffs, arena.Time);
        await FillAsync(arena, database, payoffs, users, cancellation);

        await using var loApi = await RunningContender.StartAsync(Contender.LoApi, arena, database, probed: true, cancellation);
        using var reads = new SequentialReads(loApi, requests, arena.Time);
        var payoffPages = await reads.PagesAsync("/api/v1/payoffs?location_id=1", (int)(size * Crowded), FarPage, cancellation);
        var userPages = await reads.PagesAsync("/api/v1/users?location-id=1", users.AtFirstLocation, FarPage, cancellation);
        // All over the table, and all of location 1.
        var numbers = Enumerable.Range(1, Sampled).Select(i => (int)(size * Crowded * i / (Sampled + 1))).ToArray();
        var payoff = await reads.ColdAndWarmAsync([.. numbers.Select(Requests.PayoffPath)], Requests.PayoffPath(0), cancellation);
        var user = await reads.ColdAndWarmAsync(
            [.. numbers.Select(number => $"/api/v1/users/{SeededUsers.IdOf(number)}")], $"/api/v1/users/{SeededUsers.IdOf(0)}", cancellation);
        var perGrain = size >= ManyGrains ? await BytesPerGrainAsync(loApi, payoffs, requests, cancellation) : (double?)null;
        var figures = new ScaledFigures(arena.Databases.Kind, size, payoffPages, userPages, payoff, user, perGrain);
        return figures;
    }

    private static async Task FillAsync(Arena arena, string database, SeededPayoffs payoffs, SeededUsers users, CancellationToken cancellation)
    {
        await arena.Databases.CopyAsync(Arena.Template, database, cancellation);
        // Beside those of the template, whose numbers come again: they give way.
        await arena.Databases.ExecuteAsync(database, "DELETE FROM PAYOFF", cancellation);
        await payoffs.InsertAsync(arena.Databases, database, arena.Time.GetUtcNow().UtcDateTime, cancellation);
        await users.InsertAsync(arena.Databases, database, cancellation);
        if (arena.Databases.Kind == DatabaseKind.PostgreSql)
        {
            // Otherwise it would do so by itself, in the middle of the measure.
            await arena.Databases.ExecuteAsync(database, "VACUUM ANALYZE", cancellation);
        }
    }

    private static async Task<double> BytesPerGrainAsync(RunningContender loApi, SeededPayoffs payoffs, Requests requests, CancellationToken cancellation)
    {
        await PayoffReads.OnceAsync(loApi, payoffs, ..FewGrains, requests, cancellation);
        var few = await loApi.HeapBytesAsync(cancellation);
        await PayoffReads.OnceAsync(loApi, payoffs, FewGrains..ManyGrains, requests, cancellation);
        var many = await loApi.HeapBytesAsync(cancellation);
        return (many - few) / (double)(ManyGrains - FewGrains);
    }
}
