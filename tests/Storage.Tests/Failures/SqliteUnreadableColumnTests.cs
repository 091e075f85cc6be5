using LoApi.Storage.Tests.Databases;

namespace LoApi.Storage.Tests.Failures;

public sealed class SqliteUnreadableColumnTests(SqliteTestDatabase database)
    : UnreadableColumnTests(database), IClassFixture<SqliteTestDatabase>;
