using System.Globalization;
using LoApi.Fixtures;
using LoApi.Grains.Operations;
using LoApi.Operations;

namespace LoApi.Grains.Tests.Operations;

public sealed class ProcessBoardTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly ProcessBoard _board;

    public ProcessBoardTests() => _board = new(_time);

    [Fact]
    public void Publish_FromAProcessThatIsNew_AsksForEverything()
    {
        Assert.Equal(new ReportReceipt(0, 0, WasKnown: false), _board.Publish(Report("a", [Sample(7)], [Problem(3)])));
        Assert.Empty(_board.Read(0).History);

        Assert.Equal(new ReportReceipt(8, 4, WasKnown: true), _board.Publish(Report("a", [Sample(7), Sample(8)], [Problem(3), Problem(4)])));

        var board = _board.Read(0);
        Assert.Equal([7, 8], board.History.Select(sample => sample.Slot));
        Assert.Equal(["r4", "r3"], board.Problems.Select(problem => problem.RequestId));
        Assert.Empty(board.Processes.Single().History);
    }

    [Fact]
    public void Publish_TheSameTwice_IsToldOnce()
    {
        Known("a");
        _board.Publish(Report("a", [Sample(7)], [Problem(1)]));
        _board.Publish(Report("a", [Sample(7)], [Problem(1)]));

        var board = _board.Read(0);
        Assert.Single(board.History);
        Assert.Single(board.Problems);
    }

    [Fact]
    public void Read_OfSeveralProcesses_AddsTheirSlotsUp()
    {
        Known("a", "b");
        _board.Publish(Report("a", [Sample(7, requests: 10, slowest: 5), Sample(8, requests: 1)], []));
        _board.Publish(Report("b", [Sample(7, requests: 30, slowest: 9)], []));

        var board = _board.Read(0);

        Assert.Equal([(7L, 40L, 9d), (8L, 1L, 0d)], board.History.Select(sample => (sample.Slot, sample.Requests, sample.SlowestMs)));
        Assert.Equal(["a", "b"], board.Processes.Select(process => process.ProcessId));
        Assert.Equal([8], _board.Read(7).History.Select(sample => sample.Slot));
    }

    [Fact]
    public void Read_AfterAProcessToldASlotLate_HasItForWhoeverAsksForTheLastFewAgain()
    {
        Known("a", "b");
        _board.Publish(Report("a", [Sample(7, requests: 10)], []));
        Assert.Equal((7, 10), Assert.Single(Read()));

        _board.Publish(Report("b", [Sample(7, requests: 30)], []));

        Assert.Equal((7, 40), Assert.Single(Read()));
        (long Slot, long Requests)[] Read() => [.. _board.Read(afterSlot: 7 - 3).History.Select(sample => (sample.Slot, sample.Requests))];
    }

    [Fact]
    public void Publish_MoreThanIsKept_ForgetsTheOldest()
    {
        Known("a");
        _board.Publish(Report(
            "a",
            [.. Enumerable.Range(1, HistorySample.Kept + 5).Select(slot => Sample(slot))],
            [.. Enumerable.Range(1, 150).Select(number => Problem(number)), .. Enumerable.Range(151, 150).Select(number => Problem(number, status: 404))]));

        var board = _board.Read(0);

        Assert.Equal((HistorySample.Kept, 6), (board.History.Length, board.History[0].Slot));
        Assert.Equal(SeenProblem.Kept, board.Problems.Count(problem => problem.IsOurs));
        Assert.Equal(SeenProblem.Kept, board.Problems.Count(problem => !problem.IsOurs));
        Assert.Contains(board.Problems, problem => problem.RequestId == "r150");
    }

    [Fact]
    public void Process_ThatIsSilent_IsForgottenInTheEnd()
    {
        Known("a", "b");
        _time.Advance(ProcessBoard.RememberedFor);
        _board.Publish(Report("b", [], []));
        Assert.Equal(2, _board.Read(0).Processes.Length);

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("b", Assert.Single(_board.Read(0).Processes).ProcessId);
    }

    [Fact]
    public void Process_ThatSaysItEnds_IsShownAsEndedAndForgotten()
    {
        Known("a", "b");
        _board.Publish(Report("a", [Sample(7)], [Problem(1)]));
        _board.Publish(Report("a", [Sample(8)], []) with { HasEnded = true });
        _board.Publish(Report("a", [], [])); // Which was sent before.

        Assert.Equal([("a", true), ("b", false)], _board.Read(0).Processes.Select(process => (process.ProcessId, process.HasEnded)));
        _time.Advance(ProcessBoard.RememberedFor + TimeSpan.FromSeconds(1));
        _board.Publish(Report("b", [], []));
        Assert.Equal("b", Assert.Single(_board.Read(0).Processes).ProcessId);
    }

    [Fact]
    public void Process_ThatEndsUnheardOf_IsNotShown()
    {
        Assert.Equal(new ReportReceipt(0, 0, WasKnown: false), _board.Publish(Report("a", [Sample(7)], []) with { HasEnded = true }));
        Assert.Empty(_board.Read(0).Processes);
    }

    [Fact]
    public void Read_AfterAProcessHasEnded_HasItsHistoryForTheHourThatIsDrawn()
    {
        Known("a");
        _board.Publish(Report("a", [Sample(7, requests: 10)], [Problem(1)]));
        _board.Publish(Report("a", [], []) with { HasEnded = true });

        _time.Advance(ProcessBoard.HistoryKeptFor);
        Assert.Equal((1, 10L), (_board.Read(0).Problems.Length, _board.Read(0).History.Single().Requests));

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(_board.Read(0).History);
        Assert.Empty(_board.Read(0).Problems);
    }

    [Fact]
    public void Publish_FromMoreProcessesThanThereMayBe_ForgetsTheOneThatIsSilentLongest()
    {
        for (var i = 0; i <= ProcessBoard.MaxProcesses; i++)
        {
            Known(i.ToString(CultureInfo.InvariantCulture));
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        var processes = _board.Read(0).Processes;
        Assert.Equal(ProcessBoard.MaxProcesses, processes.Length);
        Assert.DoesNotContain(processes, process => process.ProcessId == "0");
    }

    private void Known(params string[] processes)
    {
        foreach (var process in processes)
        {
            _board.Publish(Report(process, [], []));
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
