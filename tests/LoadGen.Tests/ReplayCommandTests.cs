using System.Globalization;
using System.Text;

namespace LoApi.LoadGen.Tests;

/// <summary>The program's <c>replay</c> command against servers on the loopback interface.</summary>
public sealed class ReplayCommandTests : IDisposable
{
    private const int Requests = 20;

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task Replay_FileOfRequests_SendsEachOnceInOrderAndUnchanged()
    {
        await using var server = new WireServer();
        var written = await WriteAsync(Requests);

        var run = await ReplayAsync(server.Url, "--rate 1000 --connections 1 --expect-status 201");

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(written, server.Received);
        Assert.Equal(1, server.Opened);
        Assert.Equal(Requests, run.Count("created"));
        Assert.Equal(Requests, run.Count("as_expected"));
        Assert.Equal(0, run.Count("unsent"));
        Assert.Equal("http_201", (string)run.Summary["expected"]!);
        Assert.Equal("open", (string)run.Summary["loop"]!);
        Assert.Equal("replay", (string)run.Summary["command"]!);
    }

    [Fact]
    public async Task Replay_WhatRequestsWroteForAService_CreatesOnePayoffPerLoan()
    {
        await using var api = await StandInApi.StartAsync();
        await LoadGenProgram.RunAsync(["requests", "--loans", LoadGenProgram.Loans, "--url", api.Url, "--users", "5", "--out", _file]);

        var run = await ReplayAsync(api.Url, "--rate 1000 --expect-status 201");
        var again = await ReplayAsync(api.Url, "--rate 1000 --expect-status 201");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(10, run.Count("created"));
        Assert.Equal(0, again.ExitCode);
        Assert.Equal(10, again.Count("replayed"));
        Assert.Equal(20, api.Received.Count);
    }

    [Fact]
    public async Task Replay_MoreInFlightThanConnections_WaitForOneAndNoneIsOpenedBeyond()
    {
        await using var server = new WireServer();
        var clock = new ManualClock();
        var gate = new Gate();
        server.OnRequest = async request =>
        {
            await gate.PassAsync(CancellationToken.None);
            return WireServer.Created;
        };
        await WriteAsync(4);

        // Two connections; all four requests come due, one every 100 ms, before the first is answered at 900 ms.
        var running = ReplayAsync(server.Url, "--rate 10 --connections 2", clock);
        await running.UntilAsync(gate.Arrived);
        await running.UntilAsync(clock.TimerDueAtAsync(TimeSpan.FromMilliseconds(100)));
        clock.Jump(TimeSpan.FromMilliseconds(900));
        gate.Open();
        var run = await running;

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(4, run.Count("created"));
        Assert.Equal(2, server.Opened);
        Assert.Equal(2, (long)run.Summary["connections"]!);
        Assert.Equal(900, run.Latency("max"));
        Assert.Equal(600, run.Latency("min"));
    }

    [Theory]
    [InlineData("HTTP/1.1 201 Created\r\nContent-Length: 5\r\n\r\nhello")]
    [InlineData("HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n3;x=y\r\nyou\r\n0\r\nTrailer: value\r\n\r\n")]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 \r\ncontent-length: 0\r\n\r\n")]
    public async Task Replay_AnswersWithBodies_AreReadToTheirEndOverOneConnection(string answer)
    {
        await using var server = new WireServer { OnRequest = _ => Task.FromResult(answer) };
        await WriteAsync(Requests);

        var run = await ReplayAsync(server.Url, "--rate 1000 --connections 1 --expect-status 201");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Requests, run.Count("created"));
        Assert.Equal(1, server.Opened);
    }

    [Theory]
    [InlineData("HTTP/1.1 201 Created\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}")]
    [InlineData("HTTP/1.1 201 Created\r\n\r\n{}")]
    public async Task Replay_ServerClosesAfterEachAnswer_OpensAnotherConnection(string answer)
    {
        await using var server = new WireServer { Closes = true, OnRequest = _ => Task.FromResult(answer) };
        await WriteAsync(Requests);

        var run = await ReplayAsync(server.Url, "--rate 1000 --connections 1");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Requests, run.Count("created"));
        Assert.Equal(Requests, server.Opened);
    }

    [Fact]
    public async Task Replay_ServerClosesWithoutSayingSo_IsNoticedBeforeTheNextRequest()
    {
        await using var server = new WireServer { Closes = true };
        var clock = new ManualClock();
        using var closed = new SemaphoreSlim(0);
        server.OnClosed = () => closed.Release();
        await WriteAsync(3);

        var running = ReplayAsync(server.Url, "--rate 10 --connections 1", clock);
        for (var next = 1; next <= 2; next++)
        {
            await running.UntilAsync(closed.WaitAsync());
            await running.UntilAsync(clock.TimerDueAtAsync(TimeSpan.FromMilliseconds(100 * next)));
            clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        var run = await running;

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(3, run.Count("created"));
        Assert.Equal(3, server.Opened);
    }

    [Theory]
    [InlineData(409, "refused_by_code")]
    [InlineData(503, "failed_by_code")]
    [InlineData(302, "failed_by_code")]
    public async Task Replay_AnswerIsNot201_CountsByItsStatusAndFailsWhatExpects201(int status, string member)
    {
        await using var server = new WireServer();
        server.OnRequest = request => Task.FromResult(request.Contains("key-7\r", StringComparison.Ordinal)
            ? $"HTTP/1.1 {status} Whatever\r\nContent-Length: 0\r\n\r\n"
            : WireServer.Created);
        await WriteAsync(Requests);

        var run = await ReplayAsync(server.Url, "--rate 1000 --expect-status 201");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(1, run.Count(member, $"http_{status}"));
        Assert.Equal(Requests - 1, run.Count("as_expected"));
        Assert.Equal(Requests, run.Count("requests"));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("--expect-status 409", 0)]
    [InlineData("--expect-status 200", 1)]
    public async Task Replay_Refusals_AreAnswersUnlessAnotherStatusIsExpected(string options, int exitCode)
    {
        await using var server = new WireServer { OnRequest = _ => Task.FromResult("HTTP/1.1 409 Conflict\r\nContent-Length: 0\r\n\r\n") };
        await WriteAsync(Requests);

        var run = await ReplayAsync(server.Url, $"--rate 1000 {options}");

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(Requests, run.Count("refused_by_code", "http_409"));
    }

    [Theory]
    [InlineData("--expect-status 204", 0)]
    [InlineData("--expect-status 201", 1)]
    public async Task Replay_OtherSuccess_IsOkAndAsExpectedOnlyByItsStatus(string options, int exitCode)
    {
        await using var server = new WireServer { OnRequest = _ => Task.FromResult("HTTP/1.1 204 No Content\r\n\r\n") };
        await WriteAsync(Requests);

        var run = await ReplayAsync(server.Url, $"--rate 1000 --connections 1 {options}");

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(Requests, run.Count("ok"));
        Assert.Equal(1, server.Opened);
    }

    [Theory]
    [InlineData("", "response_ended")]
    [InlineData("SSH-2.0-OpenSSH_9.6 is here\r\n\r\n", "invalid_response")]
    public async Task Replay_NoAnswer_IsATransportErrorOfThatRequestOnly(string answer, string reason)
    {
        await using var server = new WireServer();
        server.OnRequest = request => Task.FromResult(request.Contains("key-7\r", StringComparison.Ordinal) ? answer : WireServer.Created);
        await WriteAsync(Requests);

        var run = await ReplayAsync(server.Url, "--rate 1000 --connections 1");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(1, run.Count("transport_errors_by_kind", reason));
        Assert.Equal(Requests - 1, run.Count("created"));
        Assert.Equal(Requests, server.Received.Distinct().Count());
        Assert.Equal(2, server.Opened);
    }

    [Fact]
    public async Task Replay_NoAnswerInTime_IsATimeOutThatTheLatencyShows()
    {
        await using var server = new WireServer();
        var clock = new ManualClock();
        var gate = new Gate();
        server.OnRequest = async request =>
        {
            if (request.Contains("key-0\r", StringComparison.Ordinal))
            {
                await gate.PassAsync(CancellationToken.None);
            }

            return WireServer.Created;
        };
        await WriteAsync(3);

        // One connection: the two others wait for it, and use it when it was opened again.
        var running = ReplayAsync(server.Url, "--rate 10 --connections 1 --timeout 5", clock);
        await running.UntilAsync(gate.Arrived);
        await running.UntilAsync(clock.TimerDueAtAsync(TimeSpan.FromMilliseconds(100)));
        clock.Jump(TimeSpan.FromSeconds(5));
        var run = await running;
        gate.Open();

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(1, run.Count("transport_errors_by_kind", "timeout"));
        Assert.Equal(2, run.Count("created"));
        Assert.Equal(5_000, run.Latency("max"));
        Assert.Equal(2, server.Opened);
    }

    [Fact]
    public async Task Replay_WarmUp_SendsTheFirstAndCountsTheRest()
    {
        await using var server = new WireServer();
        server.OnRequest = _ => Task.FromResult(server.Received.Count <= 5 ? "HTTP/1.1 500 Cold\r\nContent-Length: 0\r\n\r\n" : WireServer.Created);
        var written = await WriteAsync(Requests);

        var run = await ReplayAsync(server.Url, "--rate 1000 --connections 1 --warm-up 5 --expect-status 201");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Requests - 5, run.Count("created"));
        Assert.Equal(Requests - 5, (long)run.Summary["latency_ms"]!["count"]!);
        Assert.Equal(written, server.Received);
    }

    [Fact]
    public async Task Replay_NoRoomInFlight_LeavesRequestsUnsentAndFails()
    {
        await using var server = new WireServer();
        var clock = new ManualClock();
        var gate = new Gate();
        server.OnRequest = async _ =>
        {
            await gate.PassAsync(CancellationToken.None);
            return WireServer.Created;
        };
        var written = await WriteAsync(Requests);
        using var interrupt = new CancellationTokenSource();

        var running = ReplayAsync(server.Url, "--rate 10 --max-in-flight 1", clock, interrupt.Token);
        await running.UntilAsync(gate.Arrived);
        await running.PassAsync(clock, TimeSpan.FromMilliseconds(100), requests: 2);
        await interrupt.CancelAsync();
        var run = await running;
        gate.Open();

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(2, run.Count("unsent"));
        Assert.Equal(written.Take(1), server.Received);
    }

    [Fact]
    public async Task Replay_Interrupted_EndsWhatIsInFlightAndReportsTheRest()
    {
        await using var server = new WireServer();
        var gate = new Gate();
        server.OnRequest = async request =>
        {
            if (request.Contains("key-1\r", StringComparison.Ordinal))
            {
                await gate.PassAsync(CancellationToken.None);
            }

            return WireServer.Created;
        };
        await WriteAsync(Requests);
        using var interrupt = new CancellationTokenSource();

        // One connection, which the second request keeps: the others wait for it.
        var running = ReplayAsync(server.Url, "--rate 1000 --connections 1", cancellation: interrupt.Token);
        await running.UntilAsync(gate.Arrived);
        await interrupt.CancelAsync();
        var run = await running;
        gate.Open();

        Assert.Equal(1, run.ExitCode);
        Assert.True((bool)run.Summary["interrupted"]!);
        Assert.Equal(1, run.Count("created"));
        Assert.Equal(0, run.Count("transport_errors"));
    }

    [Theory]
    [InlineData("", "has no requests")]
    [InlineData("5\nabcd", "request 1 is cut off")]
    [InlineData("4\nabcd12", "request 2 is cut off")]
    [InlineData("4\nabcdPOST / HTTP/1.1\r\n", "request 2 does not begin with its length")]
    [InlineData("0\n", "request 1 does not begin with its length")]
    [InlineData("99999999999999\n", "request 1 does not begin with its length")]
    public async Task Replay_FileIsMalformed_SaysWhereAndSendsNothing(string content, string message)
    {
        await using var server = new WireServer();
        await File.WriteAllTextAsync(_file, content);

        var run = await ReplayAsync(server.Url, "--rate 1000");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"{_file}: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
        Assert.Equal(0, server.Opened);
    }

    [Theory]
    [InlineData("--rate 1 --requests /nowhere/requests", "/nowhere/requests: cannot be read")]
    [InlineData("--rate 1 --warm-up 20", "has 20 requests, and --warm-up takes them all")]
    [InlineData("--rate 1 --url https://127.0.0.1", "over plain HTTP only")]
    [InlineData("--rate 1 --expect-status 500", "--expect-status must be from 200 to 499.")]
    [InlineData("--rate 1 --retries 1", "--retries")]
    [InlineData("", "--rate")]
    public async Task Replay_CannotBeDoneSo_SaysWhy(string options, string message)
    {
        await WriteAsync(Requests);
        string[] args = [.. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

        var run = await LoadGenProgram.RunAsync(["replay", .. args.Contains("--requests") ? [] : (string[])["--requests", _file], .. args]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_NothingListens_SaysSo()
    {
        await WriteAsync(Requests);

        var run = await ReplayAsync(LoadGenProgram.UnusedUrl(), "--rate 1000");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains("cannot be reached: connection_refused", run.Error, StringComparison.Ordinal);
    }

    private Task<LoadGenProgram.ProgramRun> ReplayAsync(
        string url, string options, TimeProvider? clock = null, CancellationToken cancellation = default) => LoadGenProgram.RunAsync(
            ["replay", "--requests", _file, "--url", url, "--json", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            clock,
            watched: false,
            cancellation);

    /// <summary>Requests of different lengths, the bytes of whose bodies are no text.</summary>
    private async Task<IReadOnlyList<string>> WriteAsync(int count)
    {
        var requests = Enumerable.Range(0, count)
            .Select(number => (number, body: new string((char)(128 + number), number * 100)))
            .Select(it => $"POST /api/v1/payoffs HTTP/1.1\r\nHost: test\r\nIdempotency-Key: key-{it.number}\r\nContent-Length: {it.body.Length}\r\n\r\n{it.body}")
            .ToList();
        await File.WriteAllBytesAsync(
            _file,
            Encoding.Latin1.GetBytes(string.Concat(requests.Select(request => string.Create(CultureInfo.InvariantCulture, $"{request.Length}\n{request}")))));
        return requests;
    }
}
