using LoApi.Audit;
using LoApi.Fixtures;
using LoApi.Reliability.Tests.Simulation.Database;
using Microsoft.Data.Sqlite;

namespace LoApi.Reliability.Tests.Simulation;

/// <summary>
/// One run of clients against one or two silos over one database, with everything that may go wrong going wrong at
/// moments drawn from the seed; and the judgement of what came of it.
/// </summary>
internal sealed class History
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(30);

    private readonly string _connectionString;
    private readonly Random _random;
    private readonly SimulatedScheduler _scheduler;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2027, 1, 4, 15, 0, 0, TimeSpan.Zero));
    private readonly FaultPlan _faults;
    private readonly SimulatedServer _server;
    private readonly World _world;

    private History(string connectionString, int seed)
    {
        _connectionString = connectionString;
        _random = new Random(seed);
        _scheduler = new SimulatedScheduler(new Random(_random.Next()));
        _faults = new FaultPlan(new Random(_random.Next()));
        _server = new SimulatedServer(connectionString, _scheduler, _clock, _faults, Trace);
        _world = new World(_clock, Trace, loans: _random.Next(1, 6));
    }

    private Trace Trace { get; } = new();

    /// <summary>Runs it on a migrated database, of which it empties the tables that are written.</summary>
    public static HistoryResult Run(string connectionString, int seed)
    {
        var history = new History(connectionString, seed);
        using (history._server)
        {
            return new(seed, history.Run(), history.Trace.Lines);
        }
    }

    private List<string> Run()
    {
        // A test framework's context would take what is awaited to other threads.
        SynchronizationContext.SetSynchronizationContext(null);
        Empty();
        var findings = new List<string>();
        var run = _scheduler.Run(async () => findings.AddRange(await RunAsync()));
        var end = _clock.GetUtcNow() + LongestRun;
        while (!run.IsCompleted)
        {
            if (!_scheduler.RunOne())
            {
                _clock.Advance(Tick);
                if (_clock.GetUtcNow() > end)
                {
                    return [$"It does not come to an end. {_scheduler.Escape}"];
                }
            }
        }

        if (_scheduler.Escape is { } escape)
        {
            findings.Add($"Something left the simulation's thread: {escape}");
        }

        if (run.Exception is { } failure)
        {
            findings.Add($"{failure.InnerException}");
        }

        return findings;
    }

    private async Task<IReadOnlyList<string>> RunAsync()
    {
        var silos = _random.Next(1, 3);
        var keepers = Enumerable.Range(0, silos).Select(_ => KeepAliveAsync()).ToArray();
        var chaining = ChainAsync();
        await Task.WhenAll(Enumerable.Range(1, _random.Next(2, 6))
            .Select(number => new Client(_world, number, new Random(_random.Next())).RunAsync(_random.Next(2, 5))));

        _faults.IsOver = true;
        await _world.Lingering;
        await Task.WhenAll([chaining, .. keepers]);
        var silo = await _world.AnySiloAsync(_random);
        _server.SettlePending();
        await silo.Writer.StopAsync(CancellationToken.None);
        await DrainAsync(silo);
        return await new Judgement(_server, _world, silo).JudgeAsync();
    }

    /// <summary>Starts a process again whenever it has died, and now and then lets one end as it should and starts another.</summary>
    private async Task KeepAliveAsync()
    {
        while (true)
        {
            var silo = new Silo(_server, _scheduler, _clock, _random);
            _world.Silos.Add(silo);
            while (!silo.Process.IsDead)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), _clock);
                if (_faults.IsOver && !silo.Process.IsDead)
                {
                    return;
                }
            }

            _world.Silos.Remove(silo);
            await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(1, 300)), _clock);
        }
    }

    private async Task ChainAsync()
    {
        while (!_faults.IsOver)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(50, 500)), _clock);
            var silo = await _world.AnySiloAsync(_random);
            var chained = silo.Grains.GetGrain<IAuditStreamGrain>(_random.Next(AuditPartition.Count)).ChainAsync();
            if (await silo.Process.AnswersAsync(chained) && chained.Exception?.InnerException is { } failure)
            {
                Trace.Add($"chaining: {failure.GetType().Name}");
            }
        }
    }

    private static async Task DrainAsync(Silo silo)
    {
        for (var partition = 0; partition < AuditPartition.Count; partition++)
        {
            while (await silo.Grains.GetGrain<IAuditStreamGrain>(partition).ChainAsync())
            {
            }
        }
    }

    private void Empty()
    {
        using var connection = new SqliteConnection(_connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            DELETE FROM PAYOFF;
            DELETE FROM IDEMPOTENCY_RECORD;
            DELETE FROM SPENT_TOKEN;
            DELETE FROM AUDIT_OUTBOX;
            DELETE FROM AUDIT_RECORD;
            UPDATE AUDIT_HEAD SET chain_position = 0, last_hash = '{new string('0', 64)}';
            """;
        command.ExecuteNonQuery();
    }
}
