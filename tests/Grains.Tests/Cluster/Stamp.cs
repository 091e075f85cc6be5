namespace LoApi.Grains.Tests.Cluster;

/// <summary>A contract that only the later version has.</summary>
[GenerateSerializer, Immutable, Alias("test-stamp")]
internal sealed record Stamp([property: Id(0)] int Cents, [property: Id(1)] Letter From);
