using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Idempotency;

[Collection(ApiCollection.Name)]
public sealed class SpentTokenOnSqliteTests(SqliteApiHost host) : SpentTokenTests(host);
