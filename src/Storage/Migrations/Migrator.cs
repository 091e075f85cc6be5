using System.Collections.Immutable;
using System.Data.Common;
using LoApi.Errors;
using LoApi.Json;
using LoApi.Storage.Sql;
using Microsoft.Extensions.Logging;

namespace LoApi.Storage.Migrations;

/// <summary>Brings the schema up to date. Safe to run from several processes at once: one migrates, the others wait and find nothing to do.</summary>
public sealed class Migrator
{
    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly ILogger<Migrator> _logger;

    internal Migrator(Database database, TimeProvider time, ILogger<Migrator> logger)
    {
        _database = database;
        _time = time;
        _logger = logger;
    }

    private const string History =
        """
        SELECT migration_number, checksum
        FROM SCHEMA_MIGRATION
        """;

    private static RowShape Applied { get; } = RowShape.Insert(
        "SCHEMA_MIGRATION",
        new Column("migration_number", ColumnKind.Int),
        new Column("migration_name", ColumnKind.Text, 100),
        new Column("checksum", ColumnKind.Text, 64),
        new Column("applied_at", ColumnKind.Instant));

    /// <summary>
    /// Applies what this version has and the database lacks; answers what it applied. Throws
    /// <see cref="MigrationException"/> where a migration that was applied reads otherwise today, and
    /// <see cref="DatabaseUnavailableException"/> where the database does not answer.
    /// </summary>
    public Task<ImmutableArray<AppliedMigration>> MigrateAsync(CancellationToken cancellation = default) =>
        MigrateAsync(Migration.All, cancellation);

    /// <summary>
    /// What this version has and the database lacks, without changing anything; everything where the history cannot be
    /// read, since there is none. Throws as <see cref="MigrateAsync(CancellationToken)"/> does.
    /// </summary>
    public async Task<ImmutableArray<AppliedMigration>> FindPendingAsync(CancellationToken cancellation = default)
    {
        var history = await FindHistoryAsync(cancellation);
        var pending = ImmutableArray.CreateBuilder<AppliedMigration>();
        foreach (var migration in Migration.All)
        {
            if (history.TryGetValue(migration.Number, out var checksum))
            {
                Check(migration, checksum);
                continue;
            }

            pending.Add(new AppliedMigration(migration.Number, migration.Name));
        }

        return pending.ToImmutable();
    }

    internal async Task<ImmutableArray<AppliedMigration>> MigrateAsync(ImmutableArray<Migration> migrations, CancellationToken cancellation)
    {
        try
        {
            await using var session = await _database.Dialect.LockMigrationsAsync(_database.Source, _database.Options, cancellation);
            await CreateHistoryAsync(session, cancellation);
            var history = await ReadHistoryAsync(session, cancellation);
            var applied = ImmutableArray.CreateBuilder<AppliedMigration>();
            foreach (var migration in migrations)
            {
                if (history.TryGetValue(migration.Number, out var checksum))
                {
                    Check(migration, checksum);
                    continue;
                }

                await ApplyAsync(session, migration, cancellation);
                applied.Add(new AppliedMigration(migration.Number, migration.Name));
                Log.Applied(_logger, migration.Name);
            }

            await session.CommitAsync(CancellationToken.None); // Called back now, its outcome would not be known.
            return applied.ToImmutable();
        }
        catch (DbException exception) when (_database.IsUnavailable(exception))
        {
            cancellation.ThrowIfCancellationRequested();
            throw new DatabaseUnavailableException(exception);
        }
    }

    private static void Check(Migration migration, string checksum)
    {
        if (!string.Equals(migration.Checksum, checksum, StringComparison.Ordinal))
        {
            throw new MigrationException(
                $"Migration {migration.Name} was applied to this database with another text than this version has. " +
                "Applied migrations are never edited: restore the file, and say what is to change in a new one.");
        }
    }

    private async Task CreateHistoryAsync(MigrationSession session, CancellationToken cancellation)
    {
        var dialect = _database.Dialect;
        await session.ExecuteAsync(
            $"""
            {session.CreateTableIfMissing} SCHEMA_MIGRATION (
              migration_number {dialect.ColumnType(ColumnKind.Int, 0)} NOT NULL,
              migration_name {dialect.ColumnType(ColumnKind.Text, 100)} NOT NULL,
              checksum {dialect.ColumnType(ColumnKind.Text, 64)} NOT NULL,
              applied_at {dialect.ColumnType(ColumnKind.Instant, 0)} NOT NULL,
              CONSTRAINT SCHEMA_MIGRATION_PK PRIMARY KEY (migration_number)
            )
            """,
            cancellation);
    }

    private async Task<Dictionary<int, string>> FindHistoryAsync(CancellationToken cancellation)
    {
        try
        {
            await using var connection = await _database.OpenAsync(cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = History;
            command.CommandTimeout = _database.Options.CommandTimeoutSeconds;
            return await ReadHistoryAsync(command, cancellation);
        }
        catch (DbException exception)
        {
            cancellation.ThrowIfCancellationRequested();
            return _database.IsUnavailable(exception) ? throw new DatabaseUnavailableException(exception) : [];
        }
    }

    private static async Task<Dictionary<int, string>> ReadHistoryAsync(MigrationSession session, CancellationToken cancellation)
    {
        await using var command = session.CreateCommand(History);
        return await ReadHistoryAsync(command, cancellation);
    }

    private static async Task<Dictionary<int, string>> ReadHistoryAsync(DbCommand command, CancellationToken cancellation)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var history = new Dictionary<int, string>();
        while (await reader.ReadAsync(cancellation))
        {
            history.Add(reader.GetInt32(0), reader.GetString(1));
        }

        return history;
    }

    private async Task ApplyAsync(MigrationSession session, Migration migration, CancellationToken cancellation)
    {
        foreach (var statement in migration.Statements(_database.Dialect))
        {
            await session.ExecuteAsync(statement, cancellation);
        }

        var row = Applied.Row(migration.Number, migration.Name, migration.Checksum, _time.GetUtcMicroseconds());
        await using var command = session.CreateCommand(_database.Dialect.Statement(Applied));
        await _database.Dialect.ExecuteAsync(command, Applied, [row.Values], cancellation);
    }
}
