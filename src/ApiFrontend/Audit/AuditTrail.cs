using System.Collections.Immutable;
using System.Threading.Channels;
using LoApi.Audit;
using LoApi.Callers;
using LoApi.Clients;
using LoApi.Json;
using LoApi.Limits;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Audit;

/// <summary>
/// Takes what a front end has for the audit log and reports it in batches. Taking never waits and never throws: beyond
/// its bounds it counts, and the count is recorded and logged.
/// </summary>
internal sealed class AuditTrail : BackgroundService
{
    /// <summary>What a record says that stands for events that were not taken.</summary>
    public const string Lost = "events_lost";

    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LastCall = TimeSpan.FromSeconds(5);

    private readonly IGrainFactory _grains;
    private readonly TimeProvider _time;
    private readonly AuditTrailMeasures _measures;
    private readonly ILogger<AuditTrail> _logger;
    private readonly Channel<AuditEvent> _waiting;
    // Whoever proves nothing must not keep what proven clients failed at out of the log.
    private readonly SecondBudget _strangers;
    private readonly SecondBudget _budget;
    private ImmutableArray<AuditEvent> _inHand = [];
    private long _lost;

    public AuditTrail(
        IGrainFactory grains, TimeProvider time, AuditTrailMeasures measures, IOptions<AuditTrailOptions> options, ILogger<AuditTrail> logger)
    {
        _grains = grains;
        _time = time;
        _measures = measures;
        _logger = logger;
        _waiting = Channel.CreateBounded<AuditEvent>(options.Value.MaxWaitingEvents);
        _strangers = new(time, options.Value.MaxEventsPerSecond);
        _budget = new(time, options.Value.MaxEventsPerSecond);
        measures.Observe(() => _waiting.Reader.Count);
    }

    /// <summary>Events that were not taken since the process began.</summary>
    public long LostInTotal { get; private set; }

    /// <summary>Takes one; where there are too many, only its number.</summary>
    public void Report(AuditEvent reported)
    {
        // Reads are recorded because somebody asked for all of them; only the queue bounds those.
        if ((reported.Kind != AuditKind.Read && !BudgetOf(reported).TrySpend()) || !_waiting.Writer.TryWrite(reported))
        {
            Interlocked.Increment(ref _lost);
            _measures.Lost();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        using var patience = new CancellationTokenSource(LastCall, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        for (var batch = _inHand.IsEmpty ? Next() : _inHand; !batch.IsEmpty; batch = Next())
        {
            if (!await TryRecordAsync(batch, either.Token))
            {
                Log.EventsGivenUp(_logger, batch.Length + _waiting.Reader.Count);
                return;
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            using (var round = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken))
            {
                // Whatever comes, or at the latest when what was lost should be told.
                await Task.WhenAny(_waiting.Reader.WaitToReadAsync(round.Token).AsTask(), Task.Delay(Pause, _time, round.Token));
                await round.CancelAsync();
            }

            await Task.Delay(Gathering, _time, stoppingToken);
            while (!(_inHand = Next()).IsEmpty)
            {
                while (!await TryRecordAsync(_inHand, stoppingToken))
                {
                    await Task.Delay(Pause, _time, stoppingToken); // What is in hand when the service stops is tried once more.
                }
            }
        }
    }

    private SecondBudget BudgetOf(AuditEvent reported) => reported.Caller.ClientId == ClientId.Anonymous ? _strangers : _budget;

    private ImmutableArray<AuditEvent> Next()
    {
        var batch = ImmutableArray.CreateBuilder<AuditEvent>();
        var lost = Interlocked.Exchange(ref _lost, 0);
        if (lost > 0)
        {
            LostInTotal += lost;
            Log.EventsLost(_logger, lost);
            batch.Add(new(Guid.CreateVersion7(), AuditKind.Failed, AuditOutcome.Unknown, Lost, _time.GetUtcMicroseconds(), Caller.System)
            {
                Detail = $$"""{"lost":{{lost}}}""",
            });
        }

        while (batch.Count < AuditEvent.MaxBatch && _waiting.Reader.TryRead(out var next))
        {
            batch.Add(next);
        }

        return batch.ToImmutable();
    }

    private async Task<bool> TryRecordAsync(ImmutableArray<AuditEvent> batch, CancellationToken cancellation)
    {
        try
        {
            await _grains.GetGrain<IAuditTrailGrain>(0).RecordAsync(batch).WaitAsync(cancellation);
            return true;
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            Log.EventsNotRecorded(_logger, exception, batch.Length);
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
