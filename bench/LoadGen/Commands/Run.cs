using System.Text.Json;
using LoApi.LoadGen.Client;
using LoApi.LoadGen.Load;
using LoApi.LoadGen.Measurement;
using LoApi.LoadGen.Reporting;
using Spectre.Console;

namespace LoApi.LoadGen.Commands;

/// <summary>Runs a load, shows its progress, and reports it.</summary>
internal sealed class Run(LoadGenHost host)
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(200);

    public required string Command { get; init; }

    public required ApiClientOptions Client { get; init; }

    public required double? Rate { get; init; }

    public required bool Json { get; init; }

    public Expectation? Expectation { get; init; }

    /// <param name="load">When requests are sent.</param>
    /// <param name="send">What is sent.</param>
    /// <param name="total">How many requests there will be, where that is known.</param>
    /// <param name="enrich">Adds to the summary what only the command knows.</param>
    /// <param name="cancellation">Ends the run early; what happened so far is reported.</param>
    /// <returns>The program's exit code.</returns>
    public async Task<int> ExecuteAsync(
        ILoad load,
        SendRequest send,
        long? total,
        Func<RunSummary, RunSummary> enrich,
        CancellationToken cancellation)
    {
        var recorder = new RunRecorder();
        var canvas = host.Canvas();
        var started = host.Time.GetTimestamp();
        var running = load.RunAsync(send, recorder, cancellation);
        if (host.Watched && !Json)
        {
            await ShowProgressAsync(canvas, running, recorder, total);
        }

        await running;
        var summary = enrich(Summarise(recorder, host.Time.GetElapsedTime(started), cancellation.IsCancellationRequested));
        if (Json)
        {
            await host.Output.WriteLineAsync(JsonSerializer.Serialize(summary, SummaryJson.Default.RunSummary));
        }
        else
        {
            SummaryTables.Write(canvas, summary);
        }

        return summary.Success ? LoadGenCommand.Success : LoadGenCommand.Failure;
    }

    private RunSummary Summarise(RunRecorder recorder, TimeSpan elapsed, bool interrupted)
    {
        var asExpected = Expectation?.CountIn(recorder);
        return new RunSummary
        {
            Command = Command,
            Url = Client.Url.AbsoluteUri,
            Loop = Rate is null ? "closed" : "open",
            Connections = Client.Connections,
            Rate = Rate,
            Requests = recorder.Completed,
            ElapsedSeconds = Math.Round(elapsed.TotalSeconds, 3),
            RequestsPerSecond = elapsed > TimeSpan.Zero ? Math.Round(recorder.Completed / elapsed.TotalSeconds, 1) : 0,
            Ok = recorder[OutcomeKind.Ok],
            Created = recorder[OutcomeKind.Created],
            Replayed = recorder[OutcomeKind.Replayed],
            Refused = recorder[OutcomeKind.Refused],
            RefusedByCode = recorder.ReasonsOf(OutcomeKind.Refused),
            Failed = recorder[OutcomeKind.Failed],
            FailedByCode = recorder.ReasonsOf(OutcomeKind.Failed),
            TransportErrors = recorder[OutcomeKind.Transport],
            TransportErrorsByKind = recorder.ReasonsOf(OutcomeKind.Transport),
            Unsent = recorder.Unsent,
            Retries = recorder.Retries,
            LatencyMs = LatencySummary.Of(recorder.Latency, recorder.Unsent),
            ServiceTimeMs = Rate is null ? null : LatencySummary.Of(recorder.ServiceTime, later: 0),
            Expected = Expectation?.Ending,
            AsExpected = asExpected,
            Interrupted = interrupted,
            Success = !interrupted
                && recorder[OutcomeKind.Failed] == 0
                && recorder[OutcomeKind.Transport] == 0
                && recorder.Unsent == 0
                && (asExpected is null || asExpected == recorder.Completed),
        };
    }

    private async Task ShowProgressAsync(IAnsiConsole canvas, Task running, RunRecorder recorder, long? total)
    {
        await canvas.Progress().AutoClear(enabled: true).HideCompleted(enabled: false).StartAsync(async context =>
        {
            var bar = context.AddTask(Command, maxValue: total ?? 1);
            bar.IsIndeterminate = total is null;
            using var ticks = new PeriodicTimer(ProgressInterval, host.Time);
            while (!running.IsCompleted)
            {
                await Task.WhenAny(running, ticks.WaitForNextTickAsync().AsTask());
                bar.Value = total is null ? 0 : recorder.Completed + recorder.Unsent;
            }
        });
    }
}
