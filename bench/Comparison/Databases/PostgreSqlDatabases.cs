using System.Diagnostics;
using System.Globalization;
using LoApi.Comparison.Contenders;
using Npgsql;
using NpgsqlTypes;

namespace LoApi.Comparison.Databases;

/// <summary>Databases of a PostgreSQL server that is started for the run, with default settings: every commit is synced. More connections than by default, since all contenders hold theirs at once.</summary>
internal sealed class PostgreSqlDatabases : IDatabases
{
    private readonly string _binaries;
    private readonly string _directory;
    private readonly int _port;
    private readonly RunningProcess _server;

    private PostgreSqlDatabases(string binaries, string directory, int port, RunningProcess server) =>
        (_binaries, _directory, _port, _server) = (binaries, directory, port, server);

    public DatabaseKind Kind => DatabaseKind.PostgreSql;

    /// <exception cref="ImpossibleException">There is no server here that can be started.</exception>
    public static async Task<PostgreSqlDatabases> StartAsync(string directory, TimeProvider time, CancellationToken cancellation)
    {
        var binaries = Binaries();
        var data = Directory.CreateDirectory(Path.Combine(directory, "postgresql")).FullName;
        var port = FreePort.Take();
        if (Environment.IsPrivilegedProcess)
        {
            await RunningProcess.CompleteAsync("chown", ["postgres", data], cancellation);
        }

        await RunningProcess.CompleteAsync(AsPostgres(Path.Combine(binaries, "initdb"), "-D", data, "-A", "trust", "-U", "postgres"), cancellation);
        var server = RunningProcess.Start(
            AsPostgres(Path.Combine(binaries, "postgres"), "-D", data, "-p", $"{port}", "-k", "", "-h", "127.0.0.1", "-c", "max_connections=300"),
            Path.Combine(directory, "postgresql.log"));
        var databases = new PostgreSqlDatabases(binaries, directory, port, server);
        try
        {
            await databases.UntilReadyAsync(time, cancellation);
            return databases;
        }
        catch
        {
            await databases.DisposeAsync();
            throw;
        }
    }

    public Task CreateAsync(string name, CancellationToken cancellation) => ExecuteAsync("postgres", $"CREATE DATABASE {name}", cancellation);

    public async Task CopyAsync(string from, string to, CancellationToken cancellation)
    {
        await ExecuteAsync("postgres", $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{from}'", cancellation);
        await ExecuteAsync("postgres", $"CREATE DATABASE {to} TEMPLATE {from}", cancellation);
    }

    public string ConnectionString(string name) => $"Host=127.0.0.1;Port={_port};Username=postgres;Database={name}";

    public string Url(string name) => $"postgresql+psycopg2://postgres@127.0.0.1:{_port}/{name}";

    public async Task ExecuteAsync(string name, string sql, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(name, cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public async Task<long> CountAsync(string name, string sql, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(name, cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
    }

    public async Task InsertAsync(string name, string table, string[] columns, IEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(name, cancellation);
        await using (var copy = await connection.BeginBinaryImportAsync($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)", cancellation))
        {
            foreach (var row in rows)
            {
                await copy.StartRowAsync(cancellation);
                foreach (var value in row)
                {
                    await WriteAsync(copy, value, cancellation);
                }
            }

            await copy.CompleteAsync(cancellation);
        }

        await using var analyze = new NpgsqlCommand($"ANALYZE {table}", connection);
        await analyze.ExecuteNonQueryAsync(cancellation);
    }

    public async Task<double> InsertRateAsync(string name, int batch, TimeSpan duration, CancellationToken cancellation)
    {
        var script = Path.Combine(_directory, "inserts.sql");
        // A sequence, so that the four statements of a transaction agree, and the clients of pgbench do not collide.
        await ExecuteAsync(name, "CREATE SEQUENCE batches", cancellation);
        var statements = PayoffSql.Inserts(
            "lpad(n::text, 10, '0')", "md5(n::text)", "'2026-01-01'::timestamp", $"FROM generate_series(:batch * {batch}, :batch * {batch} + {batch - 1}) n");
        await File.WriteAllTextAsync(
            script,
            "SELECT nextval('batches') AS batch \\gset\nBEGIN;\n" + string.Concat(statements.Select(statement => statement.Replace('\n', ' ') + ";\n")) + "COMMIT;\n",
            cancellation);
        var seconds = Math.Max(1, (int)duration.TotalSeconds);
        var before = await CountAsync(name, "SELECT COUNT(*) FROM PAYOFF", cancellation);
        await RunningProcess.CompleteAsync(
            Path.Combine(_binaries, "pgbench"),
            ["-n", "-h", "127.0.0.1", "-p", $"{_port}", "-U", "postgres", "-c", "4", "-j", "1", "-T", $"{seconds}", "-f", script, name],
            cancellation);
        return (double)(await CountAsync(name, "SELECT COUNT(*) FROM PAYOFF", cancellation) - before) / seconds;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await _server.DisposeAsync();
    }

    private static string Binaries() =>
        Directory.Exists("/usr/lib/postgresql")
        && Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).LastOrDefault(version => File.Exists($"{version}/bin/postgres")) is { } newest
            ? $"{newest}/bin"
            : throw new ImpossibleException("There is no PostgreSQL server in /usr/lib/postgresql: apt-get install postgresql, or leave it out with --database Sqlite.");

    // The server refuses to run as root.
    private static ProcessStartInfo AsPostgres(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? new("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments])
        : new(program, arguments);

    private static Task WriteAsync(NpgsqlBinaryImporter copy, object? value, CancellationToken cancellation) => value switch
    {
        null => copy.WriteNullAsync(cancellation),
        DateOnly date => copy.WriteAsync(date, NpgsqlDbType.Date, cancellation),
        DateTime instant => copy.WriteAsync(DateTime.SpecifyKind(instant, DateTimeKind.Unspecified), NpgsqlDbType.Timestamp, cancellation),
        short number => copy.WriteAsync(number, NpgsqlDbType.Smallint, cancellation),
        long number => copy.WriteAsync(number, NpgsqlDbType.Bigint, cancellation),
        _ => copy.WriteAsync((string)value, NpgsqlDbType.Varchar, cancellation),
    };

    private async Task UntilReadyAsync(TimeProvider time, CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await CountAsync("postgres", "SELECT 1", cancellation);
                return;
            }
            catch (NpgsqlException) when (attempt < 150 && _server.IsRunning)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), time, cancellation);
            }
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(string name, CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(ConnectionString(name) + ";Pooling=false");
        await connection.OpenAsync(cancellation);
        return connection;
    }
}
