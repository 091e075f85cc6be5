using Microsoft.AspNetCore.Http;

namespace LoApi.LoadGen.Tests;

public sealed class GetCommandTests
{
    [Fact]
    public async Task Get_ClosedLoop_ReadsUntilTheTimeIsOver()
    {
        await using var api = await StandInApi.StartAsync();
        var clock = new ManualClock();
        api.OnGet = context =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(10));
            return context.Response.WriteAsync("[]");
        };

        var run = await LoadGenProgram.GetAsync(api, "--connections 1 --duration 1", clock);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(100, run.Count("ok"));
        Assert.Equal(10, run.Latency("p50"));
        Assert.Equal(10, run.Latency("max"));
        Assert.Equal(100, (double)run.Summary["requests_per_second"]!);
        Assert.Null(run.Summary["key_seed"]);
    }

    [Fact]
    public async Task Get_WarmUp_CountsForNothing()
    {
        await using var api = await StandInApi.StartAsync();
        var clock = new ManualClock();
        var requests = 0;
        api.OnGet = _ =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(++requests <= 5 ? 200 : 10));
            return Task.CompletedTask;
        };

        var run = await LoadGenProgram.GetAsync(api, "--connections 1 --warm-up 1 --duration 0.5", clock);

        Assert.Equal(55, requests);
        Assert.Equal(50, run.Count("ok"));
        Assert.Equal(10, run.Latency("max"));
        Assert.Equal(0.5, (double)run.Summary["elapsed_seconds"]!);
    }

    [Fact]
    public async Task Get_OpenLoop_SendsWhatTheRateAsksFor()
    {
        await using var api = await StandInApi.StartAsync();
        var clock = new ManualClock();

        var running = LoadGenProgram.GetAsync(api, "--rate 20 --duration 0.5", clock);
        await running.UntilAsync(clock.TimerDueAtAsync(TimeSpan.FromMilliseconds(50)));
        clock.Jump(TimeSpan.FromMilliseconds(450));
        var run = await running;

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(10, run.Count("ok"));
        Assert.Equal(256, run.Count("connections"));
        Assert.Equal(20, (double)run.Summary["rate"]!);
    }

    [Fact]
    public async Task Get_OpenLoopWithoutRoom_Fails()
    {
        await using var api = await StandInApi.StartAsync();
        var clock = new ManualClock();
        var gate = new Gate();
        api.OnGet = context => gate.PassAsync(context.RequestAborted);

        var running = LoadGenProgram.GetAsync(api, "--rate 10 --duration 0.3 --max-in-flight 1", clock);
        await running.UntilAsync(gate.Arrived);
        await running.UntilAsync(clock.TimerDueAtAsync(TimeSpan.FromMilliseconds(100)));
        clock.Advance(TimeSpan.FromMilliseconds(100));
        await running.UntilAsync(clock.TimerDueAtAsync(TimeSpan.FromMilliseconds(200)));
        gate.Open();
        clock.Advance(TimeSpan.FromMilliseconds(100));
        var run = await running;

        // The second had no room; whether the third has depends on when the answer to the first is read.
        Assert.InRange(run.Count("unsent"), 1, 2);
        Assert.Equal(3, run.Count("unsent") + run.Count("ok"));
        Assert.False((bool)run.Summary["interrupted"]!);
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task Get_OnBehalfOfAUser_SaysWhoAndWhere()
    {
        await using var api = await StandInApi.StartAsync();
        var clock = new ManualClock();
        var seen = "";
        api.OnGet = context =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            seen = $"{context.Request.Path} {context.Request.Headers["X-Dev-User-Id"]} {context.Request.Headers["X-Dev-Location-Id"]}";
            return Task.CompletedTask;
        };

        await LoadGenProgram.GetAsync(api, "--connections 1 --duration 1 --user-id 7 --location-id 12", clock);

        Assert.Equal("/api/v1/countries 7 12", seen);
    }

    [Fact]
    public async Task Get_NotFound_IsRefusedWithTheStatusWhereThereIsNoCode()
    {
        await using var api = await StandInApi.StartAsync();
        var clock = new ManualClock();
        api.OnGet = context =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(500));
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        };

        var run = await LoadGenProgram.GetAsync(api, "--connections 1 --duration 1", clock);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(2, run.Count("refused_by_code", "http_404"));
    }

    [Fact]
    public async Task Get_Interrupted_ReportsWhatWasDone()
    {
        await using var api = await StandInApi.StartAsync();
        var gate = new Gate();
        var requests = 0;
        api.OnGet = context => Interlocked.Increment(ref requests) > 3 ? gate.PassAsync(context.RequestAborted) : Task.CompletedTask;
        using var interrupt = new CancellationTokenSource();

        var running = LoadGenProgram.GetAsync(api, "--connections 1", new ManualClock(), interrupt.Token);
        await running.UntilAsync(gate.Arrived);
        await interrupt.CancelAsync();
        var run = await running;

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(3, run.Count("ok"));
        Assert.True((bool)run.Summary["interrupted"]!);
    }

    [Fact]
    public async Task Get_PathWithoutSlash_SaysWhatToGive()
    {
        var run = await LoadGenProgram.RunAsync(["get", "--path", "countries"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--path must begin with a slash.", run.Error);
    }
}
