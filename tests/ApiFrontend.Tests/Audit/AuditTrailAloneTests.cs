using System.Collections.Immutable;
using System.Threading.Channels;
using LoApi.ApiFrontend.Audit;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Audit;
using LoApi.Callers;
using LoApi.Errors;
using LoApi.Fixtures;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Tests.Audit;

/// <summary>The way to the audit log where silos are away, where there is too much, and at the end.</summary>
public sealed class AuditTrailAloneTests : IDisposable
{
    private const int MaxWaiting = 5;

    private readonly FakeTimeProvider _time = new();
    private readonly CapturedLogs _logs = new();
    private readonly ILoggerFactory _logging;
    private readonly Log _log = new();
    private readonly AuditTrail _trail;

    public AuditTrailAloneTests()
    {
        _logging = LoggerFactory.Create(logging => logging.AddProvider(_logs));
        _trail = new(
            StubGrains.Of(_log),
            _time,
            Measures.OfAuditTrail(),
            Options.Create(new AuditTrailOptions { MaxWaitingEvents = MaxWaiting }),
            _logging.CreateLogger<AuditTrail>());
    }

    public void Dispose()
    {
        _trail.Dispose();
        _logging.Dispose();
        _logs.Dispose();
    }

    [Fact]
    public async Task Stop_WithEventsThatWait_RecordsThemFirst()
    {
        await _trail.StartAsync(CancellationToken.None);
        var events = Report(3);

        await _trail.StopAsync(CancellationToken.None);

        Assert.Equal(events, _log.Recorded);
        Assert.Empty(_logs.Entries);
    }

    [Fact]
    public async Task Record_WhereNoSiloAnswersForAWhile_IsTriedUntilOneDoes()
    {
        _log.Failures = 3;
        await _trail.StartAsync(CancellationToken.None);
        var events = Report(2);

        for (var call = 0; call < 4; call++)
        {
            await CallAsync();
        }

        Assert.Equal(events, _log.Recorded); // Once, in order, under the ids they had.
        Assert.Equal(3, _logs.Entries.Count(entry => entry.Message == "2 events could not be recorded in the audit log; trying again"));
        await _trail.StopAsync(CancellationToken.None);
        Assert.Equal(events, _log.Recorded);
    }

    [Fact]
    public async Task Stop_BetweenTwoAttempts_TriesOnceMoreWhatWasInHand()
    {
        _log.Failures = 1;
        await _trail.StartAsync(CancellationToken.None);
        var first = Report(1);
        await CallAsync();
        var second = Report(1);

        await _trail.StopAsync(CancellationToken.None);

        Assert.Equal([.. first, .. second], _log.Recorded);
    }

    [Fact]
    public async Task Stop_WhereNoSiloAnswers_GivesUpAndSaysHowMany()
    {
        _log.Failures = int.MaxValue;
        await _trail.StartAsync(CancellationToken.None);
        Report(1);
        await CallAsync();
        Report(3);

        await _trail.StopAsync(CancellationToken.None);

        Assert.Empty(_log.Recorded);
        var givenUp = Assert.Single(_logs.Entries, entry => entry.Level == LogLevel.Error);
        Assert.Equal("4 events for the audit log are given up, because the process ends", givenUp.Message);
    }

    [Fact]
    public async Task Report_OfMoreThanMayWait_IsCountedAndTheCountRecorded()
    {
        var taken = Report(MaxWaiting);
        Report(2);
        await _trail.StartAsync(CancellationToken.None);

        await _trail.StopAsync(CancellationToken.None);

        Assert.Equal(AuditTrail.Lost, _log.Recorded[0].Code);
        Assert.Equal("""{"lost":2}""", _log.Recorded[0].Detail);
        Assert.Equal(taken, _log.Recorded.Skip(1));
        Assert.Equal(2, _trail.LostInTotal);
    }

    private List<AuditEvent> Report(int count)
    {
        List<AuditEvent> events = [.. Enumerable.Range(0, count).Select(_ =>
            new AuditEvent(Guid.CreateVersion7(), AuditKind.Read, AuditOutcome.Success, "read", _time.GetUtcNow(), Caller.System))];
        events.ForEach(_trail.Report);
        return events;
    }

    /// <summary>Lets time go by until the grain was called once more.</summary>
    private async Task CallAsync()
    {
        var call = _log.Calls.Reader.ReadAsync().AsTask();
        while (!call.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        await call;
    }

    private sealed class Log : IAuditTrailGrain
    {
        public Channel<int> Calls { get; } = Channel.CreateUnbounded<int>();

        public List<AuditEvent> Recorded { get; } = [];

        public int Failures { get; set; }

        public Task RecordAsync(ImmutableArray<AuditEvent> events)
        {
            var fails = Failures > 0;
            Failures -= fails ? 1 : 0;
            if (!fails)
            {
                Recorded.AddRange(events);
            }

            Assert.True(Calls.Writer.TryWrite(events.Length));
            return fails ? Task.FromException(new DatabaseUnavailableException()) : Task.CompletedTask;
        }
    }
}
