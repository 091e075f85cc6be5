namespace LoApi.Grains.Tests.Cluster;

/// <summary>A contract as one version of a cluster's members knows it.</summary>
[GenerateSerializer, Immutable, Alias("test-note-before")]
internal sealed record NoteBefore
{
    [Id(0)]
    public required string Text { get; init; }

    [Id(1)]
    public required Letter Sent { get; init; }
}
