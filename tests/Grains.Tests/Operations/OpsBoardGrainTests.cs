using System.Globalization;
using LoApi.Fixtures;
using LoApi.Grains.Operations;
using LoApi.Operations;

namespace LoApi.Grains.Tests.Operations;

public sealed class OpsBoardGrainTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly OpsBoardGrain _board;

    public OpsBoardGrainTests() => _board = new(_time);

    [Fact]
    public async Task Publish_FromAProcessThatIsNew_AsksForEverything()
    {
        Assert.Equal(new ReportReceipt(0, 0, WasKnown: false), await _board.PublishAsync(Report("a", [Sample(7)], [Problem(3)])));
        Assert.Empty((await _board.ReadAsync(0)).History);

        Assert.Equal(new ReportReceipt(8, 4, WasKnown: true), await _board.PublishAsync(Report("a", [Sample(7), Sample(8)], [Problem(3), Problem(4)])));

        var board = await _board.ReadAsync(0);
        Assert.Equal([7, 8], board.History.Select(sample => sample.Slot));
        Assert.Equal(["r4", "r3"], board.Problems.Select(problem => problem.RequestId));
        Assert.Empty(board.Processes.Single().History);
    }

    [Fact]
    public async Task Publish_TheSameTwice_IsToldOnce()
    {
        await KnownAsync("a");
        await _board.PublishAsync(Report("a", [Sample(7)], [Problem(1)]));
        await _board.PublishAsync(Report("a", [Sample(7)], [Problem(1)]));

        var board = await _board.ReadAsync(0);
        Assert.Single(board.History);
        Assert.Single(board.Problems);
    }

    [Fact]
    public async Task Read_OfSeveralProcesses_AddsTheirSlotsUp()
    {
        await KnownAsync("a", "b");
        await _board.PublishAsync(Report("a", [Sample(7, requests: 10, slowest: 5), Sample(8, requests: 1)], []));
        await _board.PublishAsync(Report("b", [Sample(7, requests: 30, slowest: 9)], []));

        var board = await _board.ReadAsync(0);

        Assert.Equal([(7L, 40L, 9d), (8L, 1L, 0d)], board.History.Select(sample => (sample.Slot, sample.Requests, sample.SlowestMs)));
        Assert.Equal(["a", "b"], board.Processes.Select(process => process.ProcessId));
        Assert.Equal([8], (await _board.ReadAsync(7)).History.Select(sample => sample.Slot));
    }

    [Fact]
    public async Task Publish_MoreThanIsKept_ForgetsTheOldest()
    {
        await KnownAsync("a");
        await _board.PublishAsync(Report(
            "a",
            [.. Enumerable.Range(1, HistorySample.Kept + 5).Select(slot => Sample(slot))],
            [.. Enumerable.Range(1, 150).Select(number => Problem(number)), .. Enumerable.Range(151, 150).Select(number => Problem(number, status: 404))]));

        var board = await _board.ReadAsync(0);

        Assert.Equal((HistorySample.Kept, 6), (board.History.Length, board.History[0].Slot));
        Assert.Equal(SeenProblem.Kept, board.Problems.Count(problem => problem.IsOurs));
        Assert.Equal(SeenProblem.Kept, board.Problems.Count(problem => !problem.IsOurs));
        Assert.Contains(board.Problems, problem => problem.RequestId == "r150");
    }

    [Fact]
    public async Task Process_ThatIsSilent_IsForgottenInTheEnd()
    {
        await KnownAsync("a", "b");
        _time.Advance(OpsBoardGrain.RememberedFor);
        await _board.PublishAsync(Report("b", [], []));
        Assert.Equal(2, (await _board.ReadAsync(0)).Processes.Length);

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("b", Assert.Single((await _board.ReadAsync(0)).Processes).ProcessId);
    }

    [Fact]
    public async Task Publish_FromMoreProcessesThanThereMayBe_ForgetsTheOneThatIsSilentLongest()
    {
        for (var i = 0; i <= OpsBoardGrain.MaxProcesses; i++)
        {
            await KnownAsync(i.ToString(CultureInfo.InvariantCulture));
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        var processes = (await _board.ReadAsync(0)).Processes;
        Assert.Equal(OpsBoardGrain.MaxProcesses, processes.Length);
        Assert.DoesNotContain(processes, process => process.ProcessId == "0");
    }

    private async Task KnownAsync(params string[] processes)
    {
        foreach (var process in processes)
        {
            await _board.PublishAsync(Report(process, [], []));
        }
    }

    private static ProcessReport Report(string processId, HistorySample[] history, SeenProblem[] problems) => new()
    {
        ProcessId = processId,
        Role = "silo",
        Machine = "machine",
        Version = "1",
        StartedAt = DateTimeOffset.UnixEpoch,
        ReportedAt = DateTimeOffset.UnixEpoch,
        Checks = [],
        Figures = [],
        History = [.. history],
        Problems = [.. problems],
    };

    private static HistorySample Sample(long slot, long requests = 0, double slowest = 0) => new(slot, requests, 0, 0, slowest, 0, 0, 0);

    private static SeenProblem Problem(long number, int status = 503) => new(
        number, DateTimeOffset.UnixEpoch.AddSeconds(number), status, "overloaded", "GET", "/api/v1/payoffs", null, string.Create(CultureInfo.InvariantCulture, $"r{number}"));
}
