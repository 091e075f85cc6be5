namespace LoApi.LoadGen.Measurement;

/// <summary>How a request ended.</summary>
internal enum OutcomeKind
{
    /// <summary>A read was answered with 2xx.</summary>
    Ok,

    /// <summary>201, by this very request.</summary>
    Created,

    /// <summary>201, the stored answer to an earlier request with the same idempotency key.</summary>
    Replayed,

    /// <summary>4xx: the service said no, and said why.</summary>
    Refused,

    /// <summary>5xx after every retry, or a status that the contract does not have.</summary>
    Failed,

    /// <summary>No complete answer: connection refused, reset, timed out.</summary>
    Transport,
}
