namespace LoApi.Operations;

/// <summary>Something that a process has checked of itself.</summary>
/// <param name="Name">What.</param>
/// <param name="IsHealthy">How it stands.</param>
/// <param name="Since">Since when it stands so.</param>
/// <param name="Detail">What was found, in a sentence.</param>
[GenerateSerializer, Immutable, Alias("process-check")]
public sealed record ProcessCheck(
    [property: Id(0)] string Name,
    [property: Id(1)] bool IsHealthy,
    [property: Id(2)] DateTimeOffset Since,
    [property: Id(3)] string Detail);
