using LoApi.Fixtures;
using LoApi.Storage;
using LoApi.Storage.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace LoApi.Reliability.Tests.Simulation;

/// <summary>
/// Thousands of histories, or as many as there is time for. <c>LOAPI_HISTORIES</c> sets how many there must be, however
/// long it takes, and <c>LOAPI_FIRST_SEED</c> with which seed they begin; a failure names its seed, and that seed alone
/// brings it back.
/// </summary>
public sealed class SimulationTests(ITestOutputHelper output) : IDisposable
{
    private const int ShortForm = 2_000;
    private const int Least = 500;

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Histories_WithAnythingGoingWrong_KeepThePromise()
    {
        var first = Setting("LOAPI_FIRST_SEED", 1);
        var count = Setting("LOAPI_HISTORIES", ShortForm);
        var bound = Setting("LOAPI_HISTORIES", 0) > 0 ? TimeSpan.MaxValue : Bound;
        var databases = await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(MigrateAsync));

        var started = TimeProvider.System.GetTimestamp();
        var next = first - 1;
        var ran = 0;
        var failed = new List<HistoryResult>();
        var workers = databases.Select(database => Task.Factory.StartNew(
            () =>
            {
                for (var seed = Interlocked.Increment(ref next); seed < first + count; seed = Interlocked.Increment(ref next))
                {
                    if (seed >= first + Least && TimeProvider.System.GetElapsedTime(started) > bound)
                    {
                        return;
                    }

                    var result = History.Run(database, seed);
                    Interlocked.Increment(ref ran);
                    lock (failed)
                    {
                        if (failed.Count > 0 || result.Findings.Count > 0)
                        {
                            failed.Add(result);
                            return;
                        }
                    }
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default));
        await Task.WhenAll(workers);
        output.WriteLine($"{ran} histories of {count}, in {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.0} s.");
        Assert.True(failed.Count == 0, failed.Count == 0 ? "" : Explain(failed.First(result => result.Findings.Count > 0)));
    }

    [Fact]
    public async Task History_OfTheSameSeed_IsTheSame()
    {
        var (one, other) = (await MigrateAsync(0), await MigrateAsync(1));
        for (var seed = 1; seed <= 20; seed++)
        {
            Assert.Equal(History.Run(one, seed).Trace, History.Run(other, seed).Trace);
        }
    }

    private static string Explain(HistoryResult result) =>
        $"""
        LOAPI_HISTORIES=1 LOAPI_FIRST_SEED={result.Seed} dotnet test tests/Reliability.Tests --filter {nameof(SimulationTests)}
        {string.Join('\n', result.Findings)}
        What happened:
        {string.Join('\n', result.Trace)}
        """;

    private static int Setting(string name, int fallback) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var number) ? number : fallback;

    private async Task<string> MigrateAsync(int number)
    {
        var connectionString = $"Data Source={_folder.File($"{number}.db")}";
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:ConnectionString"] = connectionString })
            .Build();
        await using var services = new ServiceCollection().AddLogging().AddStorage(configuration).BuildServiceProvider();
        await services.GetRequiredService<Migrator>().MigrateAsync();
        return connectionString;
    }
}
