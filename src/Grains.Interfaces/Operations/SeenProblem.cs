namespace LoApi.Operations;

/// <summary>A request that came to nothing.</summary>
/// <param name="Number">Counts those of its process.</param>
/// <param name="OccurredAt">When it was answered.</param>
/// <param name="Status">With which status.</param>
/// <param name="Code">With which code.</param>
/// <param name="Method">Its method.</param>
/// <param name="Route">The template of its route; empty where it reached none.</param>
/// <param name="ClientId">The client that has proved who it is, or null.</param>
/// <param name="RequestId">Its id.</param>
[GenerateSerializer, Immutable, Alias("seen-problem")]
public sealed record SeenProblem(
    [property: Id(0)] long Number,
    [property: Id(1)] DateTimeOffset OccurredAt,
    [property: Id(2)] int Status,
    [property: Id(3)] string Code,
    [property: Id(4)] string Method,
    [property: Id(5)] string Route,
    [property: Id(6)] string? ClientId,
    [property: Id(7)] string RequestId)
{
    /// <summary>How many are kept of those that are the service's fault, and as many of those that are not.</summary>
    public const int Kept = 100;

    /// <summary>Whether the service is at fault, or what it depends on.</summary>
    public bool IsOurs => Status >= 500;
}
