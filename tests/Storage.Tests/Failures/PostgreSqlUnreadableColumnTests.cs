using LoApi.Storage.Tests.Databases;

namespace LoApi.Storage.Tests.Failures;

public sealed class PostgreSqlUnreadableColumnTests(PostgreSqlTestDatabase database)
    : UnreadableColumnTests(database), IClassFixture<PostgreSqlTestDatabase>;
