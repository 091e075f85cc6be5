using System.Globalization;
using Microsoft.Data.Sqlite;

namespace LoApi.Comparison.Databases;

/// <summary>SQLite files in the run's directory.</summary>
internal sealed class SqliteDatabases(string directory, TimeProvider time) : IDatabases
{
    public DatabaseKind Kind => DatabaseKind.Sqlite;

    public Task CreateAsync(string name, CancellationToken cancellation) => Task.CompletedTask; // The migration makes the file.

    public async Task CopyAsync(string from, string to, CancellationToken cancellation)
    {
        await using (var connection = await OpenAsync(from, cancellation))
        {
            await ExecuteAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)", cancellation);
        }

        File.Copy(PathOf(from), PathOf(to), overwrite: true);
    }

    public string ConnectionString(string name) => $"Data Source={PathOf(name)}";

    public string Url(string name) => $"sqlite:///{PathOf(name)}";

    public async Task ExecuteAsync(string name, string sql, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(name, cancellation);
        await ExecuteAsync(connection, sql, cancellation);
    }

    public async Task<long> CountAsync(string name, string sql, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(name, cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
    }

    public async Task InsertAsync(string name, string table, string[] columns, IEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(name, cancellation);
        await using var transaction = connection.BeginTransaction();
        await using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(column => "@" + column))})";
        var parameters = columns.Select(column => command.Parameters.Add(new SqliteParameter("@" + column, null))).ToArray();
        foreach (var row in rows)
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                parameters[i].Value = Stored(row[i]);
            }

            command.ExecuteNonQuery();
        }

        await transaction.CommitAsync(cancellation);
    }

    public async Task<double> InsertRateAsync(string name, int batch, TimeSpan duration, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(name, cancellation);
        await ExecuteAsync(connection, "PRAGMA synchronous = FULL", cancellation);
        var sql = PayoffSql.Inserts("printf('%010d', @n)", "@id", "'2026-01-01T00:00:00.000000Z'", "");
        var statements = sql.Select(text =>
        {
            var command = connection.CreateCommand();
            command.CommandText = text;
            command.Parameters.AddWithValue("@n", 0L);
            command.Parameters.AddWithValue("@id", "");
            command.Prepare();
            return command;
        }).ToArray();

        long inserted = 0;
        var started = time.GetTimestamp();
        while (time.GetElapsedTime(started) < duration)
        {
            await using var transaction = connection.BeginTransaction();
            for (var i = 0; i < batch; i++, inserted++)
            {
                var id = Guid.NewGuid().ToString("D");
                foreach (var statement in statements)
                {
                    statement.Transaction = transaction;
                    statement.Parameters[0].Value = inserted;
                    statement.Parameters[1].Value = id;
                    statement.ExecuteNonQuery();
                }
            }

            await transaction.CommitAsync(cancellation);
        }

        var elapsed = time.GetElapsedTime(started);
        foreach (var statement in statements)
        {
            await statement.DisposeAsync();
        }

        return inserted / elapsed.TotalSeconds;
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        return ValueTask.CompletedTask;
    }

    private static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        _ => value,
    };

    private static async Task ExecuteAsync(SqliteConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private string PathOf(string name) => Path.Combine(directory, name + ".db");

    private async Task<SqliteConnection> OpenAsync(string name, CancellationToken cancellation)
    {
        var connection = new SqliteConnection(ConnectionString(name) + ";Pooling=False");
        await connection.OpenAsync(cancellation);
        return connection;
    }
}
