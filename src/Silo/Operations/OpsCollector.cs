using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using LoApi.Operations;

namespace LoApi.Silo.Operations;

/// <summary>
/// Listens to the instruments of this process and keeps what the operators' page shows: how it stands, and ten-second slots
/// of the last hour. Bounded whatever happens; what it does with a request are a few additions, under its client, route and problem.
/// </summary>
internal sealed class OpsCollector : IDisposable
{
    private const string Orleans = "Microsoft.Orleans";

    private readonly RequestCounts _requests = new();
    private readonly ConcurrentQueue<Gathered> _gathered = new();
    private readonly Queue<HistorySample> _history = new();
    private readonly MeterListener _listener = new();
    private readonly TimeProvider _time;
    private readonly long[][] _latencies = [new long[Latencies.Buckets], new long[Latencies.Buckets]];
    private (long Total, long ClientErrors, long ServerErrors) _atSlot;
    private (long Total, long ServerErrors, long Timestamp) _before;
    private long _slot;
    private long _slotEndedAt;

    public OpsCollector(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        _slotEndedAt = time.GetTimestamp();
        _before = (0, 0, _slotEndedAt);
        _slot = SlotNow;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            // Other hosts may live in this process too; Orleans' own meter belongs to none.
            if (!ReferenceEquals(instrument.Meter.Scope, meters) && instrument.Meter.Name != Orleans)
            {
                return;
            }

            if (instrument.Name == GatheredInstruments.Requests)
            {
                listener.EnableMeasurementEvents(instrument, _requests);
            }
            else if (GatheredInstruments.Of(instrument.Name) is { } gathered)
            {
                _gathered.Enqueue(gathered);
                listener.EnableMeasurementEvents(instrument, gathered);
            }
        };
        _listener.SetMeasurementEventCallback<double>(static (_, value, tags, state) => Record(value, tags, state));
        _listener.SetMeasurementEventCallback<long>(static (_, value, tags, state) => Record(value, tags, state));
        _listener.SetMeasurementEventCallback<int>(static (_, value, tags, state) => Record(value, tags, state));
        _listener.Start();
    }

    private long SlotNow => _time.GetUtcNow().ToUnixTimeSeconds() / HistorySample.Seconds;

    /// <summary>Looks at everything; about once a second, by one caller.</summary>
    /// <returns>The figures, and every slot that is over, in order.</returns>
    public (ImmutableArray<Figure> Figures, ImmutableArray<HistorySample> History) Look()
    {
        _listener.RecordObservableInstruments();
        var slotEnds = SlotNow > _slot;
        var figures = ImmutableArray.CreateBuilder<Figure>();
        foreach (var gathered in _gathered)
        {
            figures.AddRange(gathered.Look(slotEnds));
        }

        AddRequests(figures);
        if (slotEnds)
        {
            EndSlot(figures);
        }

        figures.Add(new("process.cpu", "", Environment.CpuUsage.TotalTime.TotalSeconds, FigureMerge.Sum));
        figures.Add(new("process.memory", "", Environment.WorkingSet, FigureMerge.Sum));
        figures.Add(new("process.heap", "", GC.GetTotalMemory(forceFullCollection: false), FigureMerge.Sum));
        figures.Add(new("process.queue", "", ThreadPool.PendingWorkItemCount, FigureMerge.Sum));
        return ([.. figures.Take(ProcessReport.MaxFigures)], [.. _history]);
    }

    public void Dispose() => _listener.Dispose();

    private static void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        if (state is RequestCounts requests)
        {
            requests.Record(value, tags);
        }
        else
        {
            ((Gathered)state!).Record(value, tags);
        }
    }

    // Rates and percentiles are those of ten to twenty seconds: long enough to be calm, short enough to tell.
    private void AddRequests(ImmutableArray<Figure>.Builder figures)
    {
        var (total, clientErrors, serverErrors) = _requests.Totals;
        var seconds = Math.Max(1, _time.GetElapsedTime(_before.Timestamp).TotalSeconds);
        figures.Add(new("requests.total", "", total, FigureMerge.Sum));
        figures.Add(new("requests.client_errors", "", clientErrors, FigureMerge.Sum));
        figures.Add(new("requests.server_errors", "", serverErrors, FigureMerge.Sum));
        figures.Add(new("requests.rate", "", (total - _before.Total) / seconds, FigureMerge.Sum));
        figures.Add(new("errors.rate", "", (serverErrors - _before.ServerErrors) / seconds, FigureMerge.Sum));
        var counts = Difference(_requests.Latencies.Snapshot(), _latencies[0]);
        foreach (var (name, share) in (IEnumerable<(string, double)>)[("latency.p50", 0.5), ("latency.p95", 0.95), ("latency.p99", 0.99)])
        {
            figures.Add(new(name, "", Latencies.Quantile(counts, share) * 1000, FigureMerge.Max));
        }

        figures.AddRange(_requests.Figures(_time.GetUtcNow().ToUnixTimeSeconds() / 60));
    }

    private void EndSlot(ImmutableArray<Figure>.Builder figures)
    {
        var totals = _requests.Totals;
        var latencies = _requests.Latencies.Snapshot();
        _history.Enqueue(new(
            _slot,
            totals.Total - _atSlot.Total,
            totals.ClientErrors - _atSlot.ClientErrors,
            totals.ServerErrors - _atSlot.ServerErrors,
            Latencies.Quantile(Difference(latencies, _latencies[1]), 0.99) * 1000,
            (long)Sum("loapi.storage.queue.length"),
            (long)Sum("loapi.audit.outbox.length"),
            (long)Sum("loapi.grains.activations")));
        while (_history.Count > HistorySample.Kept)
        {
            _history.Dequeue();
        }

        _before = (_atSlot.Total, _atSlot.ServerErrors, _slotEndedAt);
        _slotEndedAt = _time.GetTimestamp();
        (_latencies[0], _latencies[1]) = (_latencies[1], latencies);
        _atSlot = totals;
        _slot = SlotNow;

        double Sum(string name) => figures.Where(figure => figure.Name == name).Sum(figure => figure.Value);
    }

    private static long[] Difference(long[] after, long[] before)
    {
        var difference = new long[after.Length];
        for (var i = 0; i < difference.Length; i++)
        {
            difference[i] = after[i] - before[i];
        }

        return difference;
    }
}
