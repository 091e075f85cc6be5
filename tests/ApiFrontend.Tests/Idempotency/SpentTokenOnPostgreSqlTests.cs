using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Idempotency;

[Collection(PostgreSqlApiCollection.Name)]
public sealed class SpentTokenOnPostgreSqlTests(PostgreSqlApiHost host) : SpentTokenTests(host);
