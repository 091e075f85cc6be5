namespace LoApi.ApiFrontend.Tests.Fixtures;

/// <summary>Tests that share one running service; each works on data of its own.</summary>
[CollectionDefinition(Name)]
public sealed class ApiCollection : ICollectionFixture<SqliteApiHost>
{
    public const string Name = "One running service";
}
