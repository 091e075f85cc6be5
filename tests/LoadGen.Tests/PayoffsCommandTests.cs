using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace LoApi.LoadGen.Tests;

/// <summary>The program's <c>payoffs</c> command against a service on the loopback interface.</summary>
public sealed class PayoffsCommandTests
{
    private const int Loans = 10;

    [Fact]
    public async Task Payoffs_FreshService_CreatesOnePerLoan()
    {
        await using var api = await StandInApi.StartAsync();

        var run = await LoadGenProgram.PayoffsAsync(api, "--expect created");

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Loans, run.Count("created"));
        Assert.Equal(Loans, run.Count("as_expected"));
        Assert.Equal(Loans, run.Count("requests"));
        Assert.Equal(Loans, (long)run.Summary["latency_ms"]!["count"]!);
        Assert.True((bool)run.Summary["success"]!);
        Assert.Equal(Loans, api.Received.Select(payoff => payoff.Loan).Distinct().Count());
    }

    [Fact]
    public async Task Payoffs_WarmUp_SendsItsLoansFirstAndCountsTheRest()
    {
        await using var api = await StandInApi.StartAsync();

        var run = await LoadGenProgram.PayoffsAsync(api, "--warm-up 4 --expect created");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Loans - 4, run.Count("created"));
        Assert.Equal(Loans - 4, (long)run.Summary["latency_ms"]!["count"]!);
        Assert.Equal(Loans, api.Received.Select(payoff => payoff.Loan).Distinct().Count());
    }

    [Fact]
    public async Task Payoffs_EachRequest_IsWhatTheContractAsksFor()
    {
        await using var api = await StandInApi.StartAsync();

        await LoadGenProgram.PayoffsAsync(api, "--connections 1 --key-seed seed.1 --payoff-date 2027-03-18");

        var second = api.Received.ElementAt(1);
        Assert.Equal("HTTP/1.1", second.Protocol);
        Assert.Equal("application/json", second.ContentType);
        Assert.Equal("seed.1-9000001204", second.Key);
        var expected = JsonNode.Parse(
            """
            {
              "sba_loan_number": "9000001204",
              "program": "7a",
              "location_id": "1",
              "amount_type": "full",
              "payoff_date": "2027-03-18",
              "reason": "refinance",
              "contact": {
                "name": "Winters, Inc. dba \"The Bakers\"",
                "phone": "202-555-0142",
                "email": "payoffs@example.com"
              }
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, second.Body), second.Body.ToJsonString());
    }

    [Fact]
    public async Task Payoffs_BanksInManySpellings_AreDealtOverTheLocationsThatUsersMayActFor()
    {
        await using var api = await StandInApi.StartAsync();
        api.InactiveLocations.Add("10");

        var run = await LoadGenProgram.PayoffsAsync(api, "--connections 1");

        // Banks by first appearance: FIRST, RIVER, none, THIRD, FOURTH; locations by number: 1 and 2 (user 1), 30 (user 3).
        string[] expected = ["1/1", "1/1", "1/2", "1/1", "1/2", "3/30", "1/1", "1/2", "1/1", "1/1"];
        Assert.Equal(expected, api.Received.Select(payoff => $"{payoff.UserId}/{payoff.LocationId}"));
        Assert.All(api.Received, payoff => Assert.Equal(payoff.LocationId, (string)payoff.Body["location_id"]!));
        Assert.Equal(5, run.Count("banks"));
        Assert.Equal(3, run.Count("locations"));
    }

    [Fact]
    public async Task Payoffs_PrintedSeedAndDate_ReplayTheRun()
    {
        await using var api = await StandInApi.StartAsync();
        var first = await LoadGenProgram.PayoffsAsync(api, "");
        var seed = (string)first.Summary["key_seed"]!;
        var date = (string)first.Summary["payoff_date"]!;

        var second = await LoadGenProgram.PayoffsAsync(api, $"--key-seed {seed} --payoff-date {date} --expect replayed");

        Assert.Equal(0, second.ExitCode);
        Assert.Equal(Loans, second.Count("replayed"));
        Assert.Equal(0, second.Count("created"));
    }

    [Fact]
    public async Task Payoffs_FreshKeys_AreRefusedAndThatIsAnAnswer()
    {
        await using var api = await StandInApi.StartAsync();
        await LoadGenProgram.PayoffsAsync(api, "--limit 4");

        var run = await LoadGenProgram.PayoffsAsync(api, "");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Loans - 4, run.Count("created"));
        Assert.Equal(4, run.Count("refused"));
        Assert.Equal(4, run.Count("refused_by_code", "payoff_open"));
    }

    [Theory]
    [InlineData("check_digit", 0)]
    [InlineData("validation_failed", 0)]
    [InlineData("validation_failed/check_digit", 0)]
    [InlineData("payoff_open", 1)]
    [InlineData("created", 1)]
    public async Task Payoffs_SpoiltCheckDigits_AreRefusedAsExpectedOrNot(string expected, int exitCode)
    {
        await using var api = await StandInApi.StartAsync();

        var run = await LoadGenProgram.PayoffsAsync(api, $"--spoil-check-digit --expect {expected}");

        Assert.Equal(Loans, run.Count("refused_by_code", "validation_failed/check_digit"));
        Assert.Equal(exitCode, run.ExitCode);
    }

    [Fact]
    public async Task Payoffs_UnavailableForAMoment_AreSentAgainWithTheSameKey()
    {
        await using var api = await StandInApi.StartAsync();
        var clock = new ManualClock();
        api.OnPayoff = (context, payoff) => payoff.Loan == "9000012301" && api.Received.Count(it => it.Key == payoff.Key) == 1
            ? UnavailableAsync(context, "2")
            : api.CreateAsync(context, payoff);

        var running = LoadGenProgram.PayoffsAsync(api, "--connections 1 --expect created", clock);
        await running.UntilAsync(clock.TimerDueAtAsync(TimeSpan.FromSeconds(2)));
        clock.Advance(TimeSpan.FromSeconds(2));
        var run = await running;

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Loans, run.Count("created"));
        Assert.Equal(1, run.Count("retries"));
        Assert.Equal(2_000, run.Latency("max"));
        Assert.Equal(0, run.Latency("p90"));
    }

    [Fact]
    public async Task Payoffs_UnavailableForGood_FailAfterTheAllowedRetries()
    {
        await using var api = await StandInApi.StartAsync();
        api.OnPayoff = (context, _) => UnavailableAsync(context, "0");

        var run = await LoadGenProgram.PayoffsAsync(api, "--retries 2 --limit 3");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(3, run.Count("failed_by_code", "unavailable"));
        Assert.Equal(6, run.Count("retries"));
        Assert.Equal(9, api.Received.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("31")]
    public async Task Payoffs_UnavailableWithoutAnHonourableWait_FailAtOnce(string? retryAfter)
    {
        await using var api = await StandInApi.StartAsync();
        api.OnPayoff = (context, _) => UnavailableAsync(context, retryAfter);

        var run = await LoadGenProgram.PayoffsAsync(api, "--limit 1");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(0, run.Count("retries"));
        Assert.Equal(1, run.Count("failed_by_code", "unavailable"));
        Assert.Single(api.Received);
    }

    [Fact]
    public async Task Payoffs_FirstAttemptStillAtWork_IsAskedForAgain()
    {
        await using var api = await StandInApi.StartAsync();
        api.OnPayoff = (context, payoff) =>
        {
            context.Response.Headers.RetryAfter = "0";
            return api.Received.Count == 1
                ? StandInApi.ProblemAsync(context, 409, "request_in_progress")
                : api.CreateAsync(context, payoff);
        };

        var run = await LoadGenProgram.PayoffsAsync(api, "--limit 1 --expect created");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(1, run.Count("retries"));
    }

    [Fact]
    public async Task Payoffs_ConnectionReset_IsATransportErrorOfThatLoanOnly()
    {
        await using var api = await StandInApi.StartAsync();
        api.OnPayoff = (context, payoff) =>
        {
            if (payoff.Loan == "9000012301")
            {
                context.Abort();
                return Task.CompletedTask;
            }

            return api.CreateAsync(context, payoff);
        };

        var run = await LoadGenProgram.PayoffsAsync(api, "--connections 1");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(1, run.Count("transport_errors"));
        Assert.Single(run.Summary["transport_errors_by_kind"]!.AsObject());
        Assert.Equal(Loans - 1, run.Count("created"));
        Assert.Equal(Loans - 1, (long)run.Summary["latency_ms"]!["count"]!);
        Assert.False((bool)run.Summary["success"]!);
    }

    [Fact]
    public async Task Payoffs_NoAnswerInTime_IsATimeOutThatTheLatencyShows()
    {
        await using var api = await StandInApi.StartAsync();
        var clock = new ManualClock();
        var gate = new Gate();
        api.OnPayoff = (context, payoff) => payoff.Loan == "9000000110"
            ? gate.PassAsync(context.RequestAborted)
            : api.CreateAsync(context, payoff);

        var running = LoadGenProgram.PayoffsAsync(api, "--connections 1 --timeout 5", clock);
        await running.UntilAsync(gate.Arrived);
        clock.Advance(TimeSpan.FromSeconds(5));
        var run = await running;

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(1, run.Count("transport_errors_by_kind", "timeout"));
        Assert.Equal(Loans - 1, run.Count("created"));
        Assert.Equal(5_000, run.Latency("max"));
    }

    [Theory]
    [InlineData(500, null, "http_500")]
    [InlineData(500, "internal_error", "internal_error")]
    [InlineData(302, null, "http_302")]
    [InlineData(200, null, "http_200")]
    public async Task Payoffs_AnswerThatTheContractDoesNotHave_Fails(int status, string? code, string reason)
    {
        await using var api = await StandInApi.StartAsync();
        api.OnPayoff = (context, _) =>
        {
            context.Response.StatusCode = status;
            return code is null ? context.Response.WriteAsync("{}") : StandInApi.ProblemAsync(context, status, code);
        };

        var run = await LoadGenProgram.PayoffsAsync(api, "--limit 2");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(2, run.Count("failed_by_code", reason));
    }

    [Fact]
    public async Task Payoffs_ClosedLoop_ReportsPercentilesOfWhatEachTook()
    {
        await using var api = await StandInApi.StartAsync();
        var clock = new ManualClock();
        api.OnPayoff = (context, payoff) =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(api.Received.Count));
            return api.CreateAsync(context, payoff);
        };

        var run = await LoadGenProgram.PayoffsAsync(api, "--connections 1", clock);

        Assert.InRange(run.Latency("p50"), 5, 5.02);
        Assert.InRange(run.Latency("p90"), 9, 9.04);
        Assert.Equal(10, run.Latency("p99"));
        Assert.Equal(10, run.Latency("p99_9"));
        Assert.Equal(10, run.Latency("max"));
        Assert.Equal(1, run.Latency("min"));
        Assert.Equal(5.5, run.Latency("mean"));
        Assert.Equal(0.055, (double)run.Summary["elapsed_seconds"]!);
        Assert.Null(run.Summary["service_time_ms"]);
    }

    [Fact]
    public async Task Payoffs_OpenLoopAndAStall_TheRequestsBehindItShowIt()
    {
        await using var api = await StandInApi.StartAsync();
        var clock = new ManualClock();
        var gate = new Gate();
        api.OnPayoff = async (context, payoff) =>
        {
            if (payoff.Loan == "9000000110")
            {
                await gate.PassAsync(context.RequestAborted);
            }

            await api.CreateAsync(context, payoff);
        };

        // One connection; the first request stalls for 900 ms, in which the nine others come due, one every 100 ms.
        var running = LoadGenProgram.PayoffsAsync(api, "--rate 10 --connections 1", clock);
        await running.UntilAsync(gate.Arrived);
        await running.UntilAsync(clock.TimerDueAtAsync(TimeSpan.FromMilliseconds(100)));
        clock.Jump(TimeSpan.FromMilliseconds(900));
        gate.Open();
        var run = await running;

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Loans, run.Count("created"));
        Assert.Equal("open", (string)run.Summary["loop"]!);
        Assert.Equal(900, run.Latency("max"));
        Assert.InRange(run.Latency("p90"), 800, 803.2);
        Assert.InRange(run.Latency("p50"), 400, 401.6);
        Assert.Equal(0, run.Latency("min"));
        Assert.Equal(450, run.Latency("mean"));
        // What a closed loop would have seen: one slow request.
        Assert.Equal(900, run.ServiceTime("max"));
        Assert.Equal(0, run.ServiceTime("p90"));
    }

    [Fact]
    public async Task Payoffs_OpenLoopWithoutRoom_LeavesLoansUnsentAndFails()
    {
        await using var api = await StandInApi.StartAsync();
        var clock = new ManualClock();
        var gate = new Gate();
        api.OnPayoff = (context, _) => gate.PassAsync(context.RequestAborted);
        using var interrupt = new CancellationTokenSource();

        var running = LoadGenProgram.PayoffsAsync(api, "--rate 10 --max-in-flight 1", clock, interrupt.Token);
        await running.UntilAsync(gate.Arrived);
        await running.PassAsync(clock, TimeSpan.FromMilliseconds(100), requests: 4);
        await interrupt.CancelAsync();
        var run = await running;

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(4, run.Count("unsent"));
        Assert.Equal(0, run.Count("requests"));
        Assert.True((bool)run.Summary["interrupted"]!);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Payoffs_ForPeople_PrintsOutcomesPercentilesAndHowToReplay(bool watched)
    {
        await using var api = await StandInApi.StartAsync();
        await LoadGenProgram.PayoffsAsync(api, "--limit 3");

        var run = await LoadGenProgram.RunAsync(
            ["payoffs", "--loans", LoadGenProgram.Loans, "--url", api.Url, "--users", "5", "--key-seed", "again", "--payoff-date", "2027-03-18"],
            watched: watched);

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"created\W+7\b", run.Output);
        Assert.Matches(@"refused\W+payoff_open\W+3\b", run.Output);
        Assert.Matches(@"p50\W+p90\W+p99\W+p99\.9\W+max", run.Output);
        Assert.Contains("10 requests in", run.Output);
        Assert.Contains("5 banks at 4 locations", run.Output);
        Assert.Contains("--key-seed again --payoff-date 2027-03-18", run.Output);
    }

    [Fact]
    public async Task Payoffs_ReasonThatLooksLikeMarkup_IsPrintedAsItIs()
    {
        await using var api = await StandInApi.StartAsync();
        api.OnPayoff = (context, _) => StandInApi.ProblemAsync(context, 422, "[red]no[/]");

        var run = await LoadGenProgram.RunAsync(
            ["payoffs", "--loans", LoadGenProgram.Loans, "--url", api.Url, "--users", "5", "--expect", "[red]no[/]"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("[red]no[/]", run.Output);
        Assert.Contains("Expected [red]no[/]: 10 of 10.", run.Output);
    }

    [Fact]
    public async Task Payoffs_NothingListens_SaysSo()
    {
        var run = await LoadGenProgram.RunAsync(["payoffs", "--loans", LoadGenProgram.Loans, "--url", LoadGenProgram.UnusedUrl()]);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains("got no answer: connection_refused", run.Error);
    }

    [Fact]
    public async Task Payoffs_NoUserHasALocation_SaysSo()
    {
        await using var api = await StandInApi.StartAsync();
        api.Users.Clear();

        var run = await LoadGenProgram.PayoffsAsync(api, "");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("None of the users 1 to 5 has a location", run.Error);
        Assert.Empty(api.Received);
    }

    [Theory]
    [InlineData(401, "unauthorized", "gave 401 unauthorized")]
    [InlineData(500, "internal_error", "gave 500 internal_error")]
    public async Task Payoffs_LocationsCannotBeRead_SaysWhatTheServiceSaid(int status, string code, string said)
    {
        await using var api = await StandInApi.StartAsync();
        api.OnLocations = context => StandInApi.ProblemAsync(context, status, code);

        var run = await LoadGenProgram.PayoffsAsync(api, "");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(said, run.Error);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("null")]
    [InlineData("""{ "data": [], "next_cursor": "again" }""")]
    public async Task Payoffs_LocationsAreNoList_SaysSo(string body)
    {
        await using var api = await StandInApi.StartAsync();
        api.OnLocations = context => context.Response.WriteAsync(body);

        var run = await LoadGenProgram.PayoffsAsync(api, "");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("user", run.Error);
        Assert.Empty(api.Received);
    }

    [Theory]
    [InlineData("--rate 0", "--rate must be from 0.001 to 1000000.")]
    [InlineData("--rate fast", "--rate must be from 0.001 to 1000000.")]
    [InlineData("--rate NaN", "--rate must be from 0.001 to 1000000.")]
    [InlineData("--connections 0", "--connections must be from 1 to 10000.")]
    [InlineData("--connections 1.5", "--connections must be from 1 to 10000.")]
    [InlineData("--limit", "--limit")]
    [InlineData("--url", "--url")]
    [InlineData("--payoff-date", "--payoff-date")]
    [InlineData("--key-seed a/b", "--key-seed must be 1 to 200 letters, digits and . _ ~ -.")]
    [InlineData("--payoff-date 18.3.2027", "--payoff-date must be a date such as 2027-03-18.")]
    [InlineData("--url /relative", "--url must be absolute, as in http://127.0.0.1:5000.")]
    public async Task Payoffs_OptionOutOfRange_SaysWhatToGive(string option, string message)
    {
        string[] args = ["payoffs", "--loans", LoadGenProgram.Loans, .. option.Split(' ')];

        var run = await LoadGenProgram.RunAsync(args);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Error);
    }

    private static Task UnavailableAsync(HttpContext context, string? retryAfter)
    {
        context.Response.Headers.RetryAfter = retryAfter;
        return StandInApi.ProblemAsync(context, 503, "unavailable");
    }
}
