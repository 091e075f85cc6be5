using LoApi.LoadGen.Payoffs;
using LoApi.Reliability.Load;
using LoApi.Reliability.Verification;

namespace LoApi.Reliability.Cluster;

/// <summary>
/// Callers write and read through all front ends while something befalls the silos, and go on until what they had in hand
/// is settled. Then every write that was acknowledged is repeated and looked up, and the audit log verified.
/// </summary>
internal sealed class ScenarioRun(ClusterProcesses cluster, ScenarioOptions options)
{
    private static readonly TimeSpan DrainPatience = TimeSpan.FromSeconds(60);

    private readonly Ledger _ledger = new();
    private readonly Journal _journal = new();
    private readonly LoanNumbers _loans = new();
    private readonly Writes _writes = new(
        "silo", PayoffDateChoice.After(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)));

    public async Task<ScenarioReport> ExecuteAsync(Scenario scenario)
    {
        await cluster.Database.LiftLimitsAsync();
        Caller[] callers = [.. cluster.Addresses.Select(address =>
            new Caller(address, options.Writers + options.Readers, _journal) { Credentials = cluster.Credentials() })];
        try
        {
            var first = _writes.Create(_loans.Next());
            var shared = await callers[0].SettleAsync(first);
            _ledger.Accept(first, shared);

            using var stop = new CancellationTokenSource();
            var load = Task.WhenAll([.. Load(callers, shared.PayoffId, stop.Token)]);
            await Task.Delay(options.WarmUp, TimeProvider.System);
            var since = TimeProvider.System.GetTimestamp();
            await Task.Delay(options.Before, TimeProvider.System);
            var before = _ledger.Acknowledged.Count;
            var at = TimeProvider.System.GetTimestamp();
            var course = new Course();
            await scenario.ActAsync(cluster, course);
            var whole = TimeProvider.System.GetElapsedTime(at);
            await Task.Delay(options.After, TimeProvider.System);
            await stop.CancelAsync();
            var unanswered = await SettledAsync(load);
            var experience = new Experience(_journal, since, at); // Before the inspection adds to the journal, as the next.
            Failure[] refused = [.. _journal.Failures.Where(failure => failure.EndedAt > at)];

            return new()
            {
                Scenario = scenario,
                Cluster = cluster.Description,
                Before = before,
                After = _ledger.Acknowledged.Count - before,
                WholeAfter = whole,
                Course = course,
                Experience = experience,
                Findings = await InspectAsync(
                    callers[0], unanswered, [.. course.Faults, .. Refusals.Faults(refused, scenario.Tells), .. cluster.LostFrontEnds]),
            };
        }
        finally
        {
            Array.ForEach(callers, caller => caller.Dispose());
        }
    }

    private IEnumerable<Task> Load(Caller[] callers, Guid shared, CancellationToken stop)
    {
        foreach (var number in Enumerable.Range(0, options.Writers))
        {
            var writer = new Writer(callers[number % callers.Length], _writes, _loans, _ledger, new Random(number), options.Pause);
            yield return Task.Run(() => writer.RunAsync(shared, stop), CancellationToken.None);
        }

        foreach (var number in Enumerable.Range(0, options.Readers))
        {
            var reader = new Reader(callers[number % callers.Length], _ledger, new Random(number), options.Pause);
            yield return Task.Run(() => reader.RunAsync(stop), CancellationToken.None);
        }
    }

    /// <summary>Null once all callers have what they asked for; a sentence where one gave up.</summary>
    private static async Task<string?> SettledAsync(Task load)
    {
        try
        {
            await load;
            return null;
        }
        catch (TimeoutException gaveUp)
        {
            return gaveUp.Message;
        }
    }

    private async Task<Findings> InspectAsync(Caller caller, string? unanswered, IReadOnlyList<string> noticed)
    {
        if (unanswered is not null)
        {
            return new([], [], [], [unanswered, .. noticed, "What is stored was not inspected: a write may be under way."]);
        }

        var different = await new Repetition(caller, options.Writers).RepeatAsync(_ledger.Acknowledged);
        var findings = new Inspection(
            _ledger, await cluster.Database.PayoffsAsync(), await cluster.Database.AnswersAsync(), await cluster.Database.ChangesAsync()).Inspect();
        return findings with { Others = [.. noticed, .. findings.Others, .. different, .. await VerifyChainAsync()] };
    }

    private async Task<IReadOnlyList<string>> VerifyChainAsync()
    {
        var started = TimeProvider.System.GetTimestamp();
        while (await cluster.Database.WaitingAsync() is > 0 and var waiting)
        {
            if (TimeProvider.System.GetElapsedTime(started) > DrainPatience)
            {
                return [$"{waiting} audit records are not chained after {DrainPatience.TotalSeconds} s."];
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        return await ChainVerification.VerifyAsync(cluster.Database, cluster.DataFile, cluster.HeadsFiles);
    }
}
