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

    private readonly Results _results = new();

    public required IReadOnlyList<DatabaseKind> Databases { get; init; }

    public required IReadOnlyList<string> Only { get; init; }

    /// <summary>Where the page is written; null to write none.</summary>
    public required string? Output { get; init; }

    public async Task RunAsync(CancellationToken cancellation)
    {
        Wrk.Find();
        var directory = Directory.CreateTempSubdirectory("loapi-comparison-");
        File.SetUnixFileMode(directory.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        var installation = new Installation(directory.FullName);
        var machine = await Machine.LookAsync(installation, cancellation);
        var budgets = Matrices.ToDictionary(
            part => part,
            part => new TimeBudget(
                progress, plan.MatrixOf(part).Limit, Databases.Count * plan.MatrixOf(part).Connections.Count * plan.MatrixOf(part).Works.Count));
        try
        {
            foreach (var kind in Databases)
            {
                await using var databases = kind == DatabaseKind.Sqlite
                    ? (IDatabases)new SqliteDatabases(directory.FullName, time)
                    : await PostgreSqlDatabases.StartAsync(directory.FullName, time, cancellation);
                await MeasureAsync(installation, databases, budgets, cancellation);
            }
        }
        finally
        {
            directory.Delete(recursive: true);
        }

        var page = new PerformancePage(_results, plan, machine, Databases, progress.Elapsed);
        foreach (var part in plan.Parts)
        {
            Console.WriteLine(page.Markdown(part));
        }

        if (Output is not null)
        {
            page.Write(Output);
        }
    }

    /// <summary>The parts in which contenders take turns.</summary>
    private IEnumerable<Part> Matrices => plan.Parts.Where(part => part != Part.Scaling).Order();

    private async Task MeasureAsync(Installation installation, IDatabases databases, Dictionary<Part, TimeBudget> budgets, CancellationToken cancellation)
    {
        progress.Say($"{databases.Kind}: data");
        var (arena, firstStart) = await Arena.PrepareAsync(installation, databases, new SeededPayoffs(SeededCount), time, cancellation);
        if (plan.Parts.Contains(Part.Contenders))
        {
            await MeasureAloneAsync(arena, firstStart, cancellation);
        }

        if (Matrices.Any())
        {
            await CompareAsync(arena, budgets, cancellation);
        }

        if (plan.Parts.Contains(Part.Scaling))
        {
            foreach (var size in plan.Sizes)
            {
                progress.Say($"{databases.Kind}: {size:N0} users and payoffs");
                _results.Scaled.Add(await ScalingMeasure.RunAsync(arena, size, cancellation));
                progress.Say($"{databases.Kind}: {_results.Scaled[^1]}");
            }
        }
    }

    /// <summary>What LoApi needs, and what the database does without anybody.</summary>
    private async Task MeasureAloneAsync(Arena arena, TimeSpan firstStart, CancellationToken cancellation)
    {
        var databases = arena.Databases;
        if (_results.Footprint is null && IsWanted(Contender.LoApi))
        {
            _results.Footprint = await FootprintMeasure.RunAsync(arena, firstStart, new Requests(arena.Client, arena.Payoffs, time), cancellation);
            progress.Say($"LoApi: ready in {_results.Footprint.Start.TotalSeconds:0.00} s, {_results.Footprint.ActiveBytes >> 20} MiB with {_results.Footprint.Grains} grains");
        }

        await databases.CopyAsync(Arena.Template, "inserts", cancellation);
        _results.InsertsPerSecond[databases.Kind] = await databases.InsertRateAsync("inserts", InsertBatch, plan.Inserts, cancellation);
        progress.Say($"{databases.Kind}: {_results.InsertsPerSecond[databases.Kind]:N0} creations' inserts a second, {InsertBatch} per transaction");
    }

    private async Task CompareAsync(Arena arena, Dictionary<Part, TimeBudget> budgets, CancellationToken cancellation)
    {
        var requests = new Requests(arena.Client, arena.Payoffs, time);
        var running = new List<RunningContender>();
        try
        {
            await StartAllAsync(arena, requests, running, cancellation);
            await TakeTurnsAsync(arena, requests, running, budgets, cancellation);
            if (arena.Databases.Kind == Databases[0] && plan.Parts.Contains(Part.Contenders))
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
    }

    private bool IsWanted(Contender contender) => Only.Count == 0 || IsNamed(contender);

    private bool IsNamed(Contender contender) => Only.Contains(contender.Id, StringComparer.OrdinalIgnoreCase);

    private async Task StartAllAsync(Arena arena, Requests requests, List<RunningContender> running, CancellationToken cancellation)
    {
        foreach (var contender in Contender.All.Where(contender => IsWanted(contender) || (contender == Contender.LoApi && IsWanted(Contender.BareKestrel))))
        {
            if (await StartAsync(contender, arena, cancellation) is not { } started)
            {
                continue;
            }

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

    /// <returns>Null where a peer cannot be started that nobody asked for by name: its libraries may be missing here.</returns>
    private async Task<RunningContender?> StartAsync(Contender contender, Arena arena, CancellationToken cancellation)
    {
        var database = "of_" + contender.Id;
        if (contender.Works)
        {
            await arena.Databases.CopyAsync(Arena.Template, database, cancellation);
        }

        try
        {
            return await RunningContender.StartAsync(contender, arena, database, probed: false, cancellation);
        }
        catch (ImpossibleException impossible) when (contender == Contender.FastApi && !IsNamed(contender))
        {
            progress.Say($"{contender} is left out. {impossible.Message}");
            foreach (var part in Matrices)
            {
                _results.Remark(part, $"{contender} could not be started here and was left out: {impossible.Message.Split('\n')[^1]}");
            }

            return null;
        }
    }

    private async Task TakeTurnsAsync(
        Arena arena, Requests requests, List<RunningContender> running, Dictionary<Part, TimeBudget> budgets, CancellationToken cancellation)
    {
        var turns = new TurnTaking(plan, progress, arena, requests, running, _results);
        await turns.PrepareAsync(cancellation);
        foreach (var part in Matrices)
        {
            foreach (var connections in plan.MatrixOf(part).Connections)
            {
                foreach (var work in plan.MatrixOf(part).Works)
                {
                    await budgets[part].SpendAsync(due => turns.RunAsync(part, work, connections, due, cancellation));
                }
            }
        }

        await turns.VerifyAsync(Matrices.SelectMany(part => plan.MatrixOf(part).Connections).Max(), cancellation);
    }

    private async Task OfferAsync(Arena arena, List<RunningContender> running, CancellationToken cancellation)
    {
        const int Connections = 32;
        var generator = new Generator(arena.Client, time);
        var path = Requests.UserPath(1);
        var curves = new List<(RunningContender Contender, double Peak, List<OpenLoopRun> Runs)>();
        foreach (var contender in running)
        {
            await generator.PeakAsync(contender.Url, path, Connections, plan.Contenders.WarmUp, cancellation);
            curves.Add((contender, await generator.PeakAsync(contender.Url, path, Connections, plan.Offer, cancellation), []));
        }

        foreach (var share in plan.Shares)
        {
            foreach (var (contender, peak, runs) in curves)
            {
                runs.Add(await generator.OfferAsync(contender.Url, path, peak, share, plan.Offer, cancellation));
                progress.Say($"{contender.Contender}, {share:P0} of {peak:N0} a second by schedule: p50 {runs[^1].P50Ms:0.00} ms, p99 {runs[^1].P99Ms:0.00} ms");
            }
        }

        _results.Curves.AddRange(curves.Select(curve => new OpenLoopCurve(curve.Contender.Contender, curve.Peak, curve.Runs)));
    }
}
