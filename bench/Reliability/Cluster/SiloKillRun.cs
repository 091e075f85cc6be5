using LoApi.LoadGen.Payoffs;
using LoApi.Reliability.Load;
using LoApi.Reliability.Verification;

namespace LoApi.Reliability.Cluster;

/// <summary>
/// Writers write through a front end; one of two silos is killed under them, and they go on. Then every write that was
/// acknowledged is repeated and looked up, and the audit log verified.
/// </summary>
internal sealed class SiloKillRun(ClusterProcesses cluster, int writers)
{
    private static readonly TimeSpan DrainPatience = TimeSpan.FromSeconds(60);

    private readonly Ledger _ledger = new();
    private readonly LoanNumbers _loans = new();
    private readonly Writes _writes = new(
        "silo", PayoffDateChoice.After(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)));

    /// <param name="silo">Which silo, from 0.</param>
    /// <param name="before">How long the load lasts before the kill.</param>
    /// <param name="after">How long it goes on after it.</param>
    public async Task<SiloKillReport> ExecuteAsync(int silo, TimeSpan before, TimeSpan after)
    {
        using var caller = new Caller(cluster.Address, writers) { Credentials = cluster.Credentials() };
        await cluster.Database.LiftLimitsAsync();
        var first = _writes.Create(_loans.Next());
        var shared = await caller.SettleAsync(first);
        _ledger.Accept(first, shared);

        using var stop = new CancellationTokenSource();
        Task[] load = [.. Enumerable.Range(0, writers)
            .Select(number => new Writer(caller, _writes, _loans, _ledger, new Random(number)))
            .Select(writer => Task.Run(() => writer.RunAsync(shared.PayoffId, stop.Token)))];
        await Task.Delay(before, TimeProvider.System);
        var (acknowledged, failures) = (_ledger.Acknowledged.Count, caller.Failures);
        var killedAt = TimeProvider.System.GetTimestamp();
        await cluster.KillSiloAsync(silo);
        await Task.Delay(after, TimeProvider.System);
        await stop.CancelAsync();
        await Task.WhenAll(load);

        var failedFor = caller.LastFailedAt > killedAt ? TimeProvider.System.GetElapsedTime(killedAt, caller.LastFailedAt) : TimeSpan.Zero;
        return new(acknowledged, _ledger.Acknowledged.Count - acknowledged, caller.Failures - failures, failedFor, await InspectAsync(caller));
    }

    private async Task<Findings> InspectAsync(Caller caller)
    {
        var different = await new Repetition(caller, writers).RepeatAsync(_ledger.Acknowledged);
        var findings = new Inspection(
            _ledger, await cluster.Database.PayoffsAsync(), await cluster.Database.AnswersAsync(), await cluster.Database.ChangesAsync()).Inspect();
        return findings with { Others = [.. findings.Others, .. different, .. await VerifyChainAsync()] };
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

        return await ChainVerification.VerifyAsync(cluster.Database, cluster.DataFile);
    }
}
