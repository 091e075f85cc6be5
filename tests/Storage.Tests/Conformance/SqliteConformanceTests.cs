using LoApi.Storage.Tests.Databases;

namespace LoApi.Storage.Tests.Conformance;

public sealed class SqliteConformanceTests(SqliteTestDatabase database)
    : StorageConformance(database), IClassFixture<SqliteTestDatabase>;
