namespace LoApi.ApiFrontend.Tests.Fixtures;

/// <summary>Tests that share one running service over PostgreSQL.</summary>
[CollectionDefinition(Name)]
public sealed class PostgreSqlApiCollection : ICollectionFixture<PostgreSqlApiHost>
{
    public const string Name = "One running service over PostgreSQL";
}
