namespace LoApi.Grains.Embedded.Tests.Behaviour;

/// <summary>One host for all behaviour tests: each uses keys of its own.</summary>
[CollectionDefinition(Name)]
public sealed class GrainHostCollection : ICollectionFixture<GrainHost>
{
    public const string Name = "grain host";
}
