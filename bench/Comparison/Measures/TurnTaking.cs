using LoApi.Comparison.Conformance;
using LoApi.Comparison.Contenders;
using LoApi.Comparison.Loads;

namespace LoApi.Comparison.Measures;

/// <summary>The contenders on one database, which take turns at the work: A B C, A B C.</summary>
internal sealed class TurnTaking(Plan plan, Progress progress, Arena arena, Requests requests, IReadOnlyList<RunningContender> contenders, Results results)
{
    /// <summary>Beyond what a turn is expected to take: a contender may be faster than in its warm-up.</summary>
    private const double Spare = 1.7;

    private const string Audited =
        """
        SELECT (SELECT COUNT(*) FROM AUDIT_OUTBOX WHERE resource_type = 'payoff' AND record_kind = 'change')
          + (SELECT COUNT(*) FROM AUDIT_RECORD WHERE resource_type = 'payoff' AND record_kind = 'change')
        """;

    private const int Patience = 40;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly Dictionary<Contender, Func<int, string?>> _secondPages = [];
    private readonly Dictionary<Contender, double> _acknowledged = [];
    private readonly Dictionary<Contender, int> _turnsWithWrites = [];
    private readonly string _cycled = Path.Combine(arena.Installation.Directory, "cycled");
    private readonly string _once = Path.Combine(arena.Installation.Directory, "once");

    /// <summary>Finds what differs between contenders.</summary>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        foreach (var contender in contenders.Where(contender => contender.Contender.Works))
        {
            _secondPages[contender.Contender] = await SecondPages.FindAsync(contender, requests, cancellation);
        }

        // Bare Kestrel has LoApi's pages.
        _secondPages.TryAdd(Contender.BareKestrel, _secondPages.GetValueOrDefault(Contender.LoApi, _ => null));
    }

    /// <param name="part">Of which part of the run it is.</param>
    /// <param name="work">At what.</param>
    /// <param name="connections">With how many connections.</param>
    /// <param name="due">When it should have ended; the first round is run in any case.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task RunAsync(Part part, Work work, int connections, TimeSpan due, CancellationToken cancellation)
    {
        var matrix = plan.MatrixOf(part);
        var turns = contenders.ToDictionary(contender => contender, _ => new List<WrkRun>());
        var expected = new Dictionary<RunningContender, double>();
        foreach (var contender in contenders)
        {
            // Enough for what no contender does.
            expected[contender] = (await TurnAsync(work, contender, connections, matrix.WarmUp, perSecond: 9_000, cancellation)).PerSecond;
        }

        for (var round = 1; round <= matrix.Rounds; round++)
        {
            if (round > 1 && progress.Elapsed + (contenders.Count * matrix.Turn) > due)
            {
                results.Remark(part, $"{work} on {arena.Databases.Kind} with {connections} connections had {round - 1} of {matrix.Rounds} rounds: time was short.");
                break;
            }

            foreach (var contender in contenders)
            {
                var turn = await TurnAsync(work, contender, connections, matrix.Turn, expected[contender], cancellation);
                progress.Say($"{arena.Databases.Kind}, {connections} connections, {work}, round {round} of {matrix.Rounds}: {contender.Contender} {turn.PerSecond:N0} a second, p99 {turn.P99Ms:0.0} ms");
                if (turn.Fault is { } fault)
                {
                    results.Remark(part, $"{contender.Contender}, {work} on {arena.Databases.Kind} with {connections} connections, round {round}: {fault}.");
                    progress.Say($"  does not count: {fault}");
                }
                else
                {
                    turns[contender].Add(turn);
                }
            }
        }

        results.Measurements.AddRange(turns
            .Where(contender => contender.Value.Count > 0)
            .Select(contender => new Measurement(arena.Databases.Kind, contender.Key.Contender, work, connections, contender.Value)));
    }

    /// <summary>Every acknowledged write is a row and an audit record.</summary>
    /// <exception cref="ImpossibleException">One is not.</exception>
    public async Task VerifyAsync(int mostConnections, CancellationToken cancellation)
    {
        foreach (var contender in contenders.Where(contender => contender.Contender.Works))
        {
            var (rows, audited) = await SettledAsync(contender.Database, cancellation);
            var acknowledged = _acknowledged.GetValueOrDefault(contender.Contender);
            progress.Say($"{contender.Contender}: {acknowledged:N0} creations acknowledged, {rows:N0} rows, {audited:N0} audit records");
            // A mix counts its creations as its tenth of all, and what was on its way when time was over may be there as well.
            var slack = (_turnsWithWrites.GetValueOrDefault(contender.Contender) * mostConnections) + 8;
            if (rows < acknowledged - slack || rows > acknowledged + slack || audited != rows)
            {
                throw new ImpossibleException($"{contender.Contender} acknowledged {acknowledged} creations; {rows} are in the database and {audited} in the audit log.");
            }
        }
    }

    /// <summary>Rows and audit records, once what was on its way when the time was over has ended.</summary>
    private async Task<(long Rows, long Audited)> SettledAsync(string database, CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            var rows = await arena.Databases.CountAsync(database, "SELECT COUNT(*) FROM PAYOFF", cancellation) - arena.Payoffs.Count;
            var audited = await arena.Databases.CountAsync(database, Audited, cancellation);
            if (rows == audited || attempt == Patience)
            {
                return (rows, audited);
            }

            await Task.Delay(Pause, arena.Time, cancellation);
        }
    }

    private async Task<WrkRun> TurnAsync(Work work, RunningContender contender, int connections, TimeSpan duration, double perSecond, CancellationToken cancellation)
    {
        var seconds = Math.Max(1, duration.TotalSeconds);
        var count = work.Writes ? (int)((perSecond * seconds * Spare) + 2_000) / work.WriteEvery : 0;
        var nth = contender.Contender.Works ? work.WriteEvery : 0;
        var reads = requests.ReadTexts(work, _secondPages[contender.Contender]);
        if (work.Writes && !contender.Contender.Works)
        {
            // One answer for all: the same ones may come again, in the same proportion.
            var creations = requests.Creations(100).ToArray();
            reads = work.WriteEvery == 1 ? creations : [.. reads.Take(creations.Length * (work.WriteEvery - 1)), .. creations];
        }

        await RequestFile.WriteAsync(_cycled, reads, cancellation);
        await RequestFile.WriteAsync(_once, nth > 0 ? requests.Creations(count) : [], cancellation);
        var run = await Wrk.RunAsync(arena.Installation.Script, contender.Url, connections, duration, _cycled, _once, nth, cancellation);
        if (nth > 0)
        {
            _acknowledged[contender.Contender] = _acknowledged.GetValueOrDefault(contender.Contender) + (run.Exhausted ? count : (double)(run.Requests - run.Refused) / nth);
            _turnsWithWrites[contender.Contender] = _turnsWithWrites.GetValueOrDefault(contender.Contender) + 1;
        }

        return run;
    }
}
