using LoApi.Comparison.Databases;

namespace LoApi.Comparison.Contenders;

/// <summary>What all contenders on one kind of database share: its data, of which each gets a copy, and the clients.</summary>
internal sealed record Arena(Installation Installation, IDatabases Databases, ClientKey Client, ClientKey SmallClient, SeededPayoffs Payoffs, TimeProvider Time)
{
    /// <summary>The database that is copied.</summary>
    public const string Template = "template_data";

    private const int UnlimitedRate = 1_000_000;

    /// <summary>What LoApi answered, for bare Kestrel.</summary>
    public string AnswersFile => Path.Combine(Installation.Directory, $"answers-{Databases.Kind}.json");

    /// <summary>Makes the data: the demonstration's, and so many payoffs.</summary>
    /// <returns>Also how long LoApi took to be ready on the empty database.</returns>
    public static async Task<(Arena Arena, TimeSpan FirstStart)> PrepareAsync(
        Installation installation, IDatabases databases, SeededPayoffs payoffs, TimeProvider time, CancellationToken cancellation)
    {
        await databases.CreateAsync(Template, cancellation);
        await installation.MigrateAsync(databases, Template, cancellation);
        var client = await installation.AddClientAsync(databases, Template, "bench", UnlimitedRate, UnlimitedRate, cancellation);
        var small = await installation.AddClientAsync(databases, Template, "bench-small", rate: 1, burst: 2, cancellation);
        var arena = new Arena(installation, databases, client, small, payoffs, time);
        TimeSpan firstStart;
        await using (var filling = await RunningContender.StartAsync(Contender.LoApi, arena, Template, probed: false, cancellation))
        {
            firstStart = filling.StartUp;
        }

        await payoffs.InsertAsync(databases, Template, time.GetUtcNow().UtcDateTime, cancellation);
        return (arena, firstStart);
    }
}
