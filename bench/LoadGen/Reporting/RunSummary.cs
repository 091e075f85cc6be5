namespace LoApi.LoadGen.Reporting;

/// <summary>What a run did, as <c>--json</c> prints it (members in snake_case; null ones are left out).</summary>
internal sealed record RunSummary
{
    /// <summary><c>payoffs</c>, <c>replay</c> or <c>get</c>.</summary>
    public required string Command { get; init; }

    public required string Url { get; init; }

    /// <summary><c>closed</c> or <c>open</c>.</summary>
    public required string Loop { get; init; }

    public required int Connections { get; init; }

    /// <summary>Scheduled requests a second, in an open loop.</summary>
    public double? Rate { get; init; }

    /// <summary>Requests that have an outcome; <see cref="Unsent"/> ones have none.</summary>
    public required long Requests { get; init; }

    /// <summary>From the first request to the last answer.</summary>
    public required double ElapsedSeconds { get; init; }

    public required double RequestsPerSecond { get; init; }

    public required long Ok { get; init; }

    public required long Created { get; init; }

    public required long Replayed { get; init; }

    public required long Refused { get; init; }

    public required IReadOnlyDictionary<string, long> RefusedByCode { get; init; }

    /// <summary>5xx after every retry, or an answer that the contract does not have.</summary>
    public required long Failed { get; init; }

    public required IReadOnlyDictionary<string, long> FailedByCode { get; init; }

    /// <summary>No complete answer came.</summary>
    public required long TransportErrors { get; init; }

    public required IReadOnlyDictionary<string, long> TransportErrorsByKind { get; init; }

    /// <summary>Not sent in time, because as many as allowed were in flight.</summary>
    public required long Unsent { get; init; }

    /// <summary>Requests that were sent again after an answer with <c>Retry-After</c>.</summary>
    public required long Retries { get; init; }

    /// <summary>Milliseconds from when a request was due (open loop) or sent (closed loop) to the end of its answer,
    /// retries and their waits included. Requests without an answer count only if they timed out; those that were not sent in
    /// time count as later than all others, so that a percentile that is one of them is left out.</summary>
    public required LatencySummary LatencyMs { get; init; }

    /// <summary>Open loop only: milliseconds from when a request was really sent.</summary>
    public LatencySummary? ServiceTimeMs { get; init; }

    public int? Banks { get; init; }

    public int? Locations { get; init; }

    /// <summary>With <see cref="PayoffDate"/>, sends the very same requests again.</summary>
    public string? KeySeed { get; init; }

    public DateOnly? PayoffDate { get; init; }

    /// <summary>How every request was expected to end.</summary>
    public string? Expected { get; init; }

    /// <summary>How many did.</summary>
    public long? AsExpected { get; init; }

    /// <summary>The run was ended before it was over.</summary>
    public required bool Interrupted { get; init; }

    /// <summary>Every request that should have been sent was answered, and by nothing worse than a refusal.</summary>
    public required bool Success { get; init; }
}
