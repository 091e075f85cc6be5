using LoApi.LoadGen.Payoffs;
using LoApi.Reliability.Databases;
using LoApi.Reliability.Load;
using LoApi.Reliability.Verification;

namespace LoApi.Reliability.Kills;

/// <summary>
/// Rounds of load, kill, restart and inspection over one database. In each, writers write until a random moment, at
/// which the service, the database or both are killed; they go on with what they had in hand until every write is
/// settled; then the database is held against what they were told.
/// </summary>
internal sealed class KillRun(KillOptions options, Action<RoundReport> report) : IAsyncDisposable
{
    private const int RoundsPerVerification = 10;

    private static readonly TimeSpan DrainPatience = TimeSpan.FromSeconds(60);

    private readonly Random _random = new(options.Seed);
    private readonly Ledger _ledger = new();
    private readonly LoanNumbers _loans = new();
    private readonly Writes _writes = new(
        "kill", PayoffDateChoice.After(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)));

    private KilledDatabase? _database;
    private ServiceProcess? _service;
    private Caller? _caller;

    /// <summary>The rounds, up to the first after which something was wrong.</summary>
    public async Task<IReadOnlyList<RoundReport>> ExecuteAsync()
    {
        _database = options.Provider switch
        {
            "sqlite" => new SqliteFile(),
            "oracle" => await GivenOracle.CreateAsync(),
            _ => await PrivatePostgreSql.CreateAsync(),
        };
        _service = new ServiceProcess(_database);
        _caller = new Caller(_service.Address, options.Writers);
        _service.Start();
        await _service.ReadyAsync(_caller);
        _caller.Credentials = _service.Credentials();
        await _database.LiftLimitsAsync();
        await _service.KillAsync();
        _service.Start();
        await _service.ReadyAsync(_caller);

        var reports = new List<RoundReport>();
        for (var round = 1; round <= options.Rounds && reports.All(done => done.Findings.None); round++)
        {
            var done = await RunAsync(round, VictimOf(round), _database, _service, _caller);
            reports.Add(done);
            report(done);
        }

        return reports;
    }

    public async ValueTask DisposeAsync()
    {
        _caller?.Dispose();
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    private Victim VictimOf(int round) => _database!.HasServer ? (Victim)(round % 3) : Victim.Service;

    private async Task<RoundReport> RunAsync(int round, Victim victim, KilledDatabase database, ServiceProcess service, Caller caller)
    {
        var (known, conflicts, repeated, replayed) = (_ledger.Acknowledged.Count, _ledger.Conflicts, _ledger.Repeated, _ledger.Replayed);
        var shared = await CreateSharedAsync(caller);
        var load = TimeSpan.FromMilliseconds(_random.Next(options.LoadMilliseconds / 10, options.LoadMilliseconds));

        using var stop = new CancellationTokenSource();
        Task[] writers = [.. Enumerable.Range(0, options.Writers)
            .Select(_ => new Writer(caller, _writes, _loans, _ledger, new Random(_random.Next())))
            .Select(writer => Task.Run(() => writer.RunAsync(shared, stop.Token)))];
        await Task.Delay(load, TimeProvider.System);
        var killed = TimeProvider.System.GetTimestamp();
        await KillAsync(victim, database, service, caller);
        var recovery = TimeProvider.System.GetElapsedTime(killed);

        await stop.CancelAsync();
        await Task.WhenAll(writers);
        Acknowledgement[] acknowledged = [.. _ledger.Acknowledged.Skip(known)];
        var different = await new Repetition(caller, options.Writers).RepeatAsync(acknowledged);
        var findings = new Inspection(
            _ledger, await database.PayoffsAsync(), await database.AnswersAsync(), await database.ChangesAsync()).Inspect();
        var unsound = round % RoundsPerVerification == 0 || round == options.Rounds ? await VerifyChainAsync(database, service) : [];
        return new RoundReport(
            round,
            victim,
            load,
            recovery,
            acknowledged.Length,
            _ledger.Conflicts - conflicts,
            _ledger.Repeated - repeated,
            _ledger.Replayed - replayed,
            findings with { Others = [.. findings.Others, .. different, .. unsound] });
    }

    private static async Task<IReadOnlyList<string>> VerifyChainAsync(KilledDatabase database, ServiceProcess service)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (await database.WaitingAsync() is > 0 and var waiting)
        {
            if (TimeProvider.System.GetElapsedTime(started) > DrainPatience)
            {
                return [$"{waiting} audit records are not chained after {DrainPatience.TotalSeconds} s."];
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        return await ChainVerification.VerifyAsync(database, service.DataFile, "audit-heads.jsonl");
    }

    private async Task KillAsync(Victim victim, KilledDatabase database, ServiceProcess service, Caller caller)
    {
        if (victim != Victim.Service)
        {
            await database.KillAsync();
        }

        if (victim != Victim.Database)
        {
            await service.KillAsync();
            service.Start();
        }

        if (victim != Victim.Service)
        {
            await database.StartAsync();
        }

        await service.ReadyAsync(caller);
        if (victim == Victim.Service && _random.Next(4) == 0)
        {
            // Once more, while the writers repeat what was cut off.
            await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(100)), TimeProvider.System);
            await service.KillAsync();
            service.Start();
            await service.ReadyAsync(caller);
        }
    }

    private async Task<Guid> CreateSharedAsync(Caller caller)
    {
        var write = _writes.Create(_loans.Next());
        var answer = await caller.SettleAsync(write);
        if (!answer.Accepted)
        {
            throw new InvalidOperationException($"The service refuses a sound payoff: {answer.Status} {answer.Body}");
        }

        _ledger.Accept(write, answer);
        return answer.PayoffId;
    }
}
