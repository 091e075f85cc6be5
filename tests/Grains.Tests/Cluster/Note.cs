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

/// <summary>A contract that both versions have.</summary>
[GenerateSerializer, Immutable, Alias("test-letter")]
internal sealed record Letter([property: Id(0)] string Address);

/// <summary>A contract that only the later version has.</summary>
[GenerateSerializer, Immutable, Alias("test-stamp")]
internal sealed record Stamp([property: Id(0)] int Cents, [property: Id(1)] Letter From);
