using System.Diagnostics.Metrics;

namespace LoApi.Storage.Sql;

/// <summary>How the database is used and how it answers: meter <c>LoApi.Storage</c>.</summary>
internal sealed class StorageMeasures
{
    /// <summary>The meter's name.</summary>
    public const string Meter = "LoApi.Storage";

    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    };

    private static readonly InstrumentAdvice<int> PowersOfTwo = new() { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024] };

    private readonly Meter _meter;
    private readonly TimeProvider _time;
    private readonly Histogram<double> _queued;
    private readonly Histogram<int> _batchSize;
    private readonly Histogram<double> _batch;
    private readonly Histogram<double> _commit;
    private readonly Counter<long> _refusals;
    private readonly Counter<long> _errors;

    public StorageMeasures(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        _meter = meters.Create(Meter);
        _queued = _meter.CreateHistogram<double>(
            "loapi.storage.queue.duration", "s", "How long a change set waited for its batch.", tags: null, Seconds);
        _batchSize = _meter.CreateHistogram<int>(
            "loapi.storage.batch.size", "{change_set}", "Change sets that were written together.", tags: null, PowersOfTwo);
        _batch = _meter.CreateHistogram<double>(
            "loapi.storage.batch.duration", "s", "From the beginning of a batch until all of it were told.", tags: null, Seconds);
        _commit = _meter.CreateHistogram<double>(
            "loapi.storage.commit.duration", "s", "How long the database took to commit, for whatever transaction.", tags: null, Seconds);
        _refusals = _meter.CreateCounter<long>(
            "loapi.storage.queue.refusals", "{change_set}", "Change sets that were not written because the queue was full or took too long.");
        _errors = _meter.CreateCounter<long>(
            "loapi.storage.errors", "{error}", "What the database or its driver failed with, other than an answer that a caller gets.");
    }

    /// <summary>A timestamp to measure from.</summary>
    public long Now => _time.GetTimestamp();

    /// <summary>Measures a queue of change sets from now on.</summary>
    public void ObserveQueue(Func<int> waiting) => _meter.CreateObservableUpDownCounter(
        "loapi.storage.queue.length", waiting, "{change_set}", "Change sets that wait for a batch.");

    /// <summary>Measures the connections that read from now on.</summary>
    public void ObserveReaders(Func<int> used, Func<int> waiting, int most)
    {
        _meter.CreateObservableUpDownCounter("loapi.storage.readers.used", used, "{connection}", "Connections that read at the moment.");
        _meter.CreateObservableUpDownCounter("loapi.storage.readers.waiting", waiting, "{query}", "Queries that wait for a connection to read by.");
        _meter.CreateObservableUpDownCounter("loapi.storage.readers.max", () => most, "{connection}", "Connections that may read at once: Storage:MaxReaders.");
    }

    /// <summary>A change set was taken out of the queue.</summary>
    public void Taken(TimeSpan waited) => _queued.Record(waited.TotalSeconds);

    /// <summary>Change sets are about to be written together; answers when.</summary>
    public long Batch(int changeSets)
    {
        _batchSize.Record(changeSets);
        return Now;
    }

    /// <summary>Those of a batch were written, or not, and told so.</summary>
    public void Batched(long started) => _batch.Record(_time.GetElapsedTime(started).TotalSeconds);

    /// <summary>A transaction was committed.</summary>
    public void Committed(long started) => _commit.Record(_time.GetElapsedTime(started).TotalSeconds);

    /// <summary>A change set was refused, because of <paramref name="reason"/>.</summary>
    public void Refused(QueueRefusal reason) => _refusals.Add(1, new KeyValuePair<string, object?>(
        "loapi.storage.refusal",
        reason switch { QueueRefusal.Full => "full", QueueRefusal.Late => "late", _ => "stopping" }));

    /// <summary>Something failed. For exception filters: false, always. A taken key is no failure but an answer.</summary>
    public bool Failed(StorageFault fault)
    {
        if (fault != StorageFault.UniqueViolation)
        {
            _errors.Add(1, new KeyValuePair<string, object?>("error.type", fault switch
            {
                StorageFault.Integrity => "integrity",
                StorageFault.Validation => "validation",
                StorageFault.Transient => "transient",
                StorageFault.Locked => "locked",
                StorageFault.Cancelled => "cancelled",
                StorageFault.Unavailable => "unavailable",
                StorageFault.Credentials => "credentials",
                _ => "unexpected",
            }));
        }

        return false;
    }
}
