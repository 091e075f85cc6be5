using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Resources;

[Collection(PostgreSqlApiCollection.Name)]
public sealed class ResourceCreationOnPostgreSqlTests(PostgreSqlApiHost host) : ResourceCreationTests(host);
