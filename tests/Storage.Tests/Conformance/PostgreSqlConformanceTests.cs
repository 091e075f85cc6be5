using LoApi.Storage.Tests.Databases;

namespace LoApi.Storage.Tests.Conformance;

public sealed class PostgreSqlConformanceTests(PostgreSqlTestDatabase database)
    : StorageConformance(database), IClassFixture<PostgreSqlTestDatabase>;
