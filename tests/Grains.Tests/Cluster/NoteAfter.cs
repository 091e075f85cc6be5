namespace LoApi.Grains.Tests.Cluster;

/// <summary>The same contract a version later: with a member more, between the others.</summary>
[GenerateSerializer, Immutable, Alias("test-note-after")]
internal sealed record NoteAfter
{
    [Id(0)]
    public required string Text { get; init; }

    [Id(2)]
    public Stamp? Stamp { get; init; }

    [Id(1)]
    public required Letter Sent { get; init; }
}
