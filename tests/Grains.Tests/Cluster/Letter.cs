namespace LoApi.Grains.Tests.Cluster;

/// <summary>A contract that both versions have.</summary>
[GenerateSerializer, Immutable, Alias("test-letter")]
internal sealed record Letter([property: Id(0)] string Address);
