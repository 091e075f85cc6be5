using System.Runtime.CompilerServices;
using LoApi.Storage.Dialects;
using LoApi.Storage.Sql;
using LoApi.Storage.Tests.Databases;
using SQLitePCL;

namespace LoApi.Storage.Tests.Dialects;

/// <summary>What SQLite is told for all of the process.</summary>
public sealed class SqliteSettingsTests(SqliteTestDatabase database) : IClassFixture<SqliteTestDatabase>
{
    // Before any test uses SQLite, as it is before any part of the service does.
    [ModuleInitializer]
    internal static void Begin() => RuntimeHelpers.RunClassConstructor(typeof(SqliteDialect).TypeHandle);

    [Fact]
    public async Task Sqlite_ThatHasSomethingInMemory_DoesNotCountIt()
    {
        await database.Host.Database.QueryOneAsync<long>("SELECT COUNT(*) FROM PAYOFF", new Bindings(), CancellationToken.None);

        Assert.Equal(0, raw.sqlite3_memory_used());
    }
}
