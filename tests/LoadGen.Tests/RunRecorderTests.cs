using LoApi.LoadGen.Measurement;

namespace LoApi.LoadGen.Tests;

public sealed class RunRecorderTests
{
    [Fact]
    public void Record_ReasonsWithoutEnd_AreBoundedAndNoneIsLost()
    {
        var recorder = new RunRecorder();
        for (var reason = 0; reason < 1_000; reason++)
        {
            recorder.Record(new Outcome(OutcomeKind.Refused, $"reason_{reason}", 0), TimeSpan.Zero, TimeSpan.Zero);
        }

        var reasons = recorder.ReasonsOf(OutcomeKind.Refused);

        Assert.Equal(201, reasons.Count);
        Assert.Equal(800, reasons[RunRecorder.OtherReasons]);
        Assert.Equal(1_000, reasons.Values.Sum());
        Assert.Equal(RunRecorder.OtherReasons, reasons.Keys.First());
    }

    [Fact]
    public void Record_ConnectionFailed_CountsWithoutALatency()
    {
        var recorder = new RunRecorder();
        recorder.Record(new Outcome(OutcomeKind.Transport, "connection_refused", 0), TimeSpan.FromMilliseconds(1), TimeSpan.Zero);
        recorder.Record(new Outcome(OutcomeKind.Transport, Outcome.Timeout, 0), TimeSpan.FromSeconds(30), TimeSpan.Zero);

        Assert.Equal(2, recorder[OutcomeKind.Transport]);
        Assert.Equal(1, recorder.Latency.Count);
        Assert.Equal(TimeSpan.FromSeconds(30), recorder.Latency.Max);
    }
}
