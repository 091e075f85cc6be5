using LoApi.Comparison.Conformance;
using LoApi.Comparison.Contenders;
using LoApi.Comparison.Databases;
using LoApi.Comparison.Loads;
using LoApi.Comparison.Measures;
using LoApi.Comparison.Reporting;

namespace LoApi.Comparison;

/// <summary>The whole run: on each database every contender is started, proves that it does its work, and takes its turns.</summary>
internal sealed class WholeComparison(Plan plan, Progress progress, TimeProvider time)
{
    /// <summary>As many grains as the memory is measured with.</summary>
    private const int SeededCount = 10_000;

    private const int InsertBatch = 64;

    /// <summary>What is left of the time for what follows the turns.</summary>
    private const double ShareOfTurns = 0.85;

    private readonly Results _results = new();

    public required IReadOnlyList<DatabaseKind> Databases { get; init; }

    public required IReadOnlyList<string> Only { get; init; }

    /// <summary>Where the page is written; null to write none.</summary>
    public required string? Output { get; init; }

    public async Task RunAsync(CancellationToken cancellation)
    {
        var directory = Directory.CreateTempSubdirectory("loapi-comparison-");
        File.SetUnixFileMode(directory.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        var machine = Machine.Look();
        try
        {
            var installation = new Installation(directory.FullName);
            foreach (var kind in Databases)
            {
                await using var databases = kind == DatabaseKind.Sqlite
                    ? (IDatabases)new SqliteDatabases(directory.FullName, time)
                    : await PostgreSqlDatabases.StartAsync(directory.FullName, time, cancellation);
                await CompareAsync(installation, databases, cancellation);
            }
        }
        finally
        {
            directory.Delete(recursive: true);
        }

        var page = new PerformancePage(_results, plan, machine, Databases, progress.Elapsed);
        Console.WriteLine(page.Markdown());
        if (Output is not null)
        {
            page.Write(Output);
        }
    }

    private async Task CompareAsync(Installation installation, IDatabases databases, CancellationToken cancellation)
    {
        progress.Say($"{databases.Kind}: data");
        var (arena, firstStart) = await Arena.PrepareAsync(installation, databases, new SeededPayoffs(SeededCount), time, cancellation);
        var requests = new Requests(arena.Client, arena.Payoffs, time);
        if (_results.Footprint is null && IsWanted(Contender.LoApi))
        {
            _results.Footprint = await FootprintMeasure.RunAsync(arena, firstStart, requests, cancellation);
            progress.Say($"LoApi: ready in {_results.Footprint.Start.TotalSeconds:0.00} s, {_results.Footprint.ActiveBytes >> 20} MiB with {_results.Footprint.Grains} grains");
        }

        await databases.CopyAsync(Arena.Template, "inserts", cancellation);
        _results.InsertsPerSecond[databases.Kind] = await databases.InsertRateAsync("inserts", InsertBatch, plan.Turn, cancellation);
        progress.Say($"{databases.Kind}: {_results.InsertsPerSecond[databases.Kind]:N0} creations' inserts a second, {InsertBatch} per transaction");

        var running = new List<RunningContender>();
        try
        {
            await StartAllAsync(arena, requests, running, cancellation);
            await TakeTurnsAsync(arena, requests, running, cancellation);
            if (databases.Kind == Databases[0])
            {
                await OfferAsync(arena, running, cancellation);
            }
        }
        finally
        {
            foreach (var contender in running)
            {
                await contender.DisposeAsync();
            }
        }

        foreach (var size in plan.Sizes)
        {
            _results.Scaled.Add(await ScalingMeasure.RunAsync(arena, size, arena.Client, cancellation));
            progress.Say($"{databases.Kind}, {size:N0} users and payoffs: {_results.Scaled[^1]}");
        }
    }

    private bool IsWanted(Contender contender) => Only.Count == 0 || Only.Contains(contender.Id, StringComparer.OrdinalIgnoreCase);

    private async Task StartAllAsync(Arena arena, Requests requests, List<RunningContender> running, CancellationToken cancellation)
    {
        foreach (var contender in Contender.All.Where(contender => IsWanted(contender) || (contender == Contender.LoApi && IsWanted(Contender.BareKestrel))))
        {
            var database = "of_" + contender.Id;
            if (contender.Works)
            {
                await arena.Databases.CopyAsync(Arena.Template, database, cancellation);
            }

            var started = await RunningContender.StartAsync(contender, arena, database, cancellation);
            running.Add(started);
            progress.Say($"{arena.Databases.Kind}: {contender} is ready after {started.StartUp.TotalSeconds:0.0} s");
            if (!contender.Works)
            {
                continue;
            }

            using (var check = new ConformanceCheck(arena, started, requests))
            {
                await check.RunAsync(cancellation);
            }

            // The rows that the check left.
            progress.Say($"{arena.Databases.Kind}: {contender} does what is asked for");
            if (contender == Contender.LoApi)
            {
                await RecordedAnswers.WriteAsync(
                    arena.AnswersFile, started, requests, await SecondPages.FindAsync(started, requests, cancellation), cancellation);
            }
        }
    }

    private async Task TakeTurnsAsync(Arena arena, Requests requests, List<RunningContender> running, CancellationToken cancellation)
    {
        var turns = new TurnTaking(plan, progress, arena, requests, running, _results);
        await turns.PrepareAsync(cancellation);
        var parts = Databases.Count * plan.Connections.Count * Work.All.Count;
        foreach (var connections in plan.Connections)
        {
            foreach (var work in Work.All)
            {
                // Each piece of work has the same share of the time, and what others left of theirs.
                var part = (Databases.ToList().IndexOf(arena.Databases.Kind) * plan.Connections.Count * Work.All.Count)
                    + (plan.Connections.ToList().IndexOf(connections) * Work.All.Count) + Work.All.ToList().IndexOf(work) + 1;
                await turns.RunAsync(work, connections, plan.Limit * ShareOfTurns * part / parts, cancellation);
            }
        }

        await turns.VerifyAsync(plan.Connections.Max(), cancellation);
    }

    private async Task OfferAsync(Arena arena, List<RunningContender> running, CancellationToken cancellation)
    {
        const int Connections = 32;
        var generator = new Generator(arena.Client, time);
        var path = Requests.UserPath(1);
        var curves = new List<(RunningContender Contender, double Peak, List<OpenLoopRun> Runs)>();
        foreach (var contender in running)
        {
            await generator.PeakAsync(contender.Url, path, Connections, plan.WarmUp, cancellation);
            curves.Add((contender, await generator.PeakAsync(contender.Url, path, Connections, plan.Turn, cancellation), []));
        }

        foreach (var share in plan.Shares)
        {
            foreach (var (contender, peak, runs) in curves)
            {
                runs.Add(await generator.OfferAsync(contender.Url, path, peak, share, plan.Turn, cancellation));
                progress.Say($"{contender.Contender}, {share:P0} of {peak:N0} a second by schedule: p50 {runs[^1].P50Ms:0.00} ms, p99 {runs[^1].P99Ms:0.00} ms");
            }
        }

        _results.Curves.AddRange(curves.Select(curve => new OpenLoopCurve(curve.Contender.Contender, curve.Peak, curve.Runs)));
    }
}
