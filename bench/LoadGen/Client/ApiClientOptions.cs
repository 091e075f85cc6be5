namespace LoApi.LoadGen.Client;

/// <summary>Where a client calls and the bounds it keeps.</summary>
internal sealed record ApiClientOptions
{
    /// <summary>The service's root, without <c>/api/v1</c>; it may have a path of its own.</summary>
    public required Uri Url { get; init; }

    /// <summary>Connections at most; requests beyond wait for one, and that wait is part of their latency.</summary>
    public required int Connections { get; init; }

    /// <summary>For one attempt, from sending it to the last byte of its answer.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>How often a request is sent again, with the same idempotency key, when it is told to come back later.</summary>
    public required int Retries { get; init; }
}
