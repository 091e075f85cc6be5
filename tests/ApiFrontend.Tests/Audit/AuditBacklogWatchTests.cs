using System.Diagnostics.Metrics;
using LoApi.Audit;
using LoApi.Callers;
using LoApi.Fixtures;
using LoApi.Silo;
using LoApi.Storage;
using LoApi.Storage.Audit;
using LoApi.Storage.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LoApi.ApiFrontend.Tests.Audit;

/// <summary>What is told of the records that wait to be chained, over a database with which nobody chains any.</summary>
public sealed class AuditBacklogWatchTests : IAsyncLifetime
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider _clock = new();
    private PostgresServer _server = null!;
    private ServiceProvider _storage = null!;
    private AuditMeasures _measures = null!;
    private AuditBacklogWatch _watch = null!;

    public async Task InitializeAsync()
    {
        _server = await PostgresServer.StartPrivateAsync();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Storage:Provider"] = "PostgreSql",
                ["Storage:ConnectionString"] = await _server.CreateDatabaseAsync(),
                ["Audit:Key"] = Convert.ToBase64String(new byte[32]),
            })
            .Build();
        _storage = new ServiceCollection().AddLogging().AddStorage(configuration).AddAuditChain().BuildServiceProvider();
        await _storage.GetRequiredService<Migrator>().MigrateAsync();
        _measures = new AuditMeasures(_storage.GetRequiredService<IMeterFactory>(), _clock); // Its clock alone is turned: storage waits for real.
        _watch = new AuditBacklogWatch(
            _storage.GetRequiredService<AuditRepository>(), _measures, _clock, NullLogger<AuditBacklogWatch>.Instance);
    }

    public async Task DisposeAsync()
    {
        await _watch.StopAsync(CancellationToken.None);
        _watch.Dispose();
        await _storage.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Watch_WhileTheDatabaseIsAway_KeepsWhatItFoundAndLetsItAge()
    {
        using var instruments = new Instruments(_storage.GetRequiredService<IMeterFactory>());
        await AppendAsync(2);
        await _watch.StartAsync(CancellationToken.None);
        await LookedAsync();
        Assert.Equal((2, 0), Told(instruments));

        await _server.KillAsync();
        await LookAgainAsync();
        Assert.Equal((2, 5), Told(instruments));
        await LookAgainAsync();
        Assert.Equal((2, 10), Told(instruments));

        await _server.StartAsync();
        await AppendAsync(1);
        Assert.Equal((2, 10), Told(instruments));
        await LookAgainAsync();
        Assert.Equal((3, 15), Told(instruments));
    }

    [Fact]
    public async Task Watch_NobodyWantsToKnowAnyMore_ForgetsWhatItFound()
    {
        using (var first = new Instruments(_storage.GetRequiredService<IMeterFactory>()))
        {
            await _watch.StartAsync(CancellationToken.None);
            await LookedAsync();
            Assert.Equal((0, 0), Told(first));
        }

        Assert.False(_measures.WantsBacklog);
        await LookAgainAsync();

        using var later = new Instruments(_storage.GetRequiredService<IMeterFactory>());
        Assert.Empty(later.Of("loapi.audit.outbox.length"));
        await LookAgainAsync();
        Assert.Equal((0, 0), Told(later));
    }

    private static (double Length, double Age) Told(Instruments instruments) =>
        (instruments.Of("loapi.audit.outbox.length")[^1].Value, instruments.Of("loapi.audit.outbox.age")[^1].Value);

    private Task AppendAsync(int records) => _storage.GetRequiredService<AuditOutbox>().AppendAsync(
    [
        .. Enumerable.Range(0, records).Select(_ => new AuditEntry(AuditKind.Change, AuditCode.Created, _clock.GetUtcNow(), Caller.System)),
    ]);

    private Task LookAgainAsync()
    {
        _clock.Advance(Interval);
        return LookedAsync();
    }

    /// <summary>Waits for the end of a look: until it waits for the next.</summary>
    private async Task LookedAsync()
    {
        while (_clock.Timers == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }
    }
}
