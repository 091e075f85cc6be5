namespace LoApi.Idempotency;

/// <summary>The answer to a write, kept so that a repeat of the request gets the same one.</summary>
/// <param name="ResourceId">The id of the resource that was written.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="ETag">The strong entity tag, quotes included.</param>
/// <param name="Body">The representation, JSON.</param>
/// <param name="Replayed">Whether this is a repeat, which had no effect of its own.</param>
[GenerateSerializer, Immutable, Alias("recorded-response")]
public sealed record RecordedResponse(
    [property: Id(0)] string ResourceId,
    [property: Id(1)] int Status,
    [property: Id(2)] string ETag,
    [property: Id(3)] string Body,
    [property: Id(4)] bool Replayed);
