using System.Data.Common;

namespace LoApi.Storage.Migrations;

/// <summary>For databases whose DDL is part of the transaction: all migrations of a run come into being together, or none.</summary>
internal sealed class TransactionalMigrationSession(DbConnection connection, DbTransaction transaction, int timeoutSeconds)
    : MigrationSession(connection, timeoutSeconds)
{
    public override string CreateTableIfMissing => "CREATE TABLE IF NOT EXISTS";

    public override DbCommand CreateCommand(string sql)
    {
        var command = base.CreateCommand(sql);
        command.Transaction = transaction;
        return command;
    }

    public override async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var command = CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public override Task CommitAsync(CancellationToken cancellation) => transaction.CommitAsync(cancellation);

    public override async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }
}
