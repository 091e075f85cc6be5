using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Resources;

[Collection(PostgreSqlApiCollection.Name)]
public sealed class ResourceChangeOnPostgreSqlTests(PostgreSqlApiHost host) : ResourceChangeTests(host);
