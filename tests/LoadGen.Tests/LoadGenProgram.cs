using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace LoApi.LoadGen.Tests;

/// <summary>Runs the real program in this process.</summary>
internal static class LoadGenProgram
{
    public static string Loans { get; } = Path.Combine(AppContext.BaseDirectory, "loans.csv");

    /// <summary><c>payoffs --json</c> with the ten loans, over one connection unless more are asked for.</summary>
    public static Task<ProgramRun> PayoffsAsync(
        StandInApi api,
        string options,
        TimeProvider? clock = null,
        CancellationToken cancellation = default) =>
        RunAsync(["payoffs", "--loans", Loans, "--url", api.Url, "--users", "5", "--json", .. Split(options)], clock, watched: false, cancellation);

    /// <summary><c>get --json</c> of the countries.</summary>
    public static Task<ProgramRun> GetAsync(
        StandInApi api,
        string options,
        TimeProvider? clock = null,
        CancellationToken cancellation = default) =>
        RunAsync(["get", "--path", "/api/v1/countries", "--url", api.Url, "--json", .. Split(options)], clock, watched: false, cancellation);

    public static async Task<ProgramRun> RunAsync(
        string[] args,
        TimeProvider? clock = null,
        bool watched = false,
        CancellationToken cancellation = default)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var host = new LoadGenHost(output, error, clock ?? TimeProvider.System, watched);
        var exitCode = await LoadGenCommand.RunAsync(args, host, cancellation);
        return new ProgramRun(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Waits for something to happen while the program runs, and fails with what it said if it ends before.</summary>
    public static async Task UntilAsync(this Task<ProgramRun> running, Task moment)
    {
        if (await Task.WhenAny(moment, running) == running)
        {
            Assert.Fail($"The program has ended: {await running}");
        }
    }

    /// <summary>Has so many requests of an open loop come due, one after the other, and waits until the loop waits for the next.</summary>
    public static async Task PassAsync(this Task<ProgramRun> running, ManualClock clock, TimeSpan interval, int requests)
    {
        for (var request = 1; request <= requests; request++)
        {
            await running.UntilAsync(clock.TimerDueAtAsync(interval * request));
            clock.Advance(interval);
        }

        await running.UntilAsync(clock.TimerDueAtAsync(interval * (requests + 1)));
    }

    /// <summary>An address on the loopback interface at which nothing listens.</summary>
    public static string UnusedUrl()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://{listener.LocalEndpoint}";
    }

    private static string[] Split(string options) => options.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    internal sealed record ProgramRun(int ExitCode, string Output, string Error)
    {
        private readonly Lazy<JsonObject> _summary = new(() => JsonNode.Parse(Output)!.AsObject());

        public JsonObject Summary => _summary.Value;

        public long Count(string member) => (long)Summary[member]!;

        public long Count(string member, string reason) => (long)Summary[member]![reason]!;

        public double Latency(string percentile) => (double)Summary["latency_ms"]![percentile]!;

        public double ServiceTime(string percentile) => (double)Summary["service_time_ms"]![percentile]!;
    }
}
