using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace LoApi.Fixtures;

/// <summary>
/// The process behind a private server: <c>postgres-server.sh</c>, which removes everything when this process ends,
/// however it ends, because a pipe closes then.
/// </summary>
internal sealed class PostgresServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly string _directory;

    private PostgresServerProcess(Process process, string directory, string connectionString)
    {
        _process = process;
        _directory = directory;
        ConnectionString = connectionString;
    }

    /// <summary>As the server's superuser, to its first database.</summary>
    public string ConnectionString { get; }

    public static async Task<PostgresServerProcess> StartAsync()
    {
        var binaries = PostgresBinaries.Directory ?? throw new InvalidOperationException(
            "PostgreSQL's server is not installed: install it (apt-get install postgresql), or set LOAPI_TEST_POSTGRES to the connection string of one.");
        for (var attempt = 1; ; attempt++)
        {
            var server = Launch(binaries, FreePort());
            try
            {
                await server.WaitForAnswerAsync();
                return server;
            }
            catch (InvalidOperationException) when (attempt < 3)
            {
                // Somebody may have taken the port between the look and the start.
                await server.DisposeAsync();
            }
            catch
            {
                await server.DisposeAsync();
                throw;
            }
        }
    }

    public Task StopAsync() => TellAsync("stop");

    public Task KillAsync() => TellAsync("kill");

    public Task FreezeAsync() => TellAsync("freeze");

    public Task ThawAsync() => TellAsync("thaw");

    public async Task StartAgainAsync()
    {
        await TellAsync("start");
        await WaitUntilConnectedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(Patience, TimeProvider.System);
        await _process.WaitForExitAsync(deadline.Token);
        _process.Dispose();
    }

    private static PostgresServerProcess Launch(string binaries, int port)
    {
        // The server refuses to run as root, and its account must be able to reach its directory.
        var owner = Environment.IsPrivilegedProcess ? "postgres" : null;
        var directory = Path.Combine(owner is null ? Path.GetTempPath() : "/tmp", $"loapi-postgres-{Guid.NewGuid():N}");
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var start = new ProcessStartInfo("/bin/sh")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PASSWORD"] = password;
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "postgres-server.sh"), binaries, directory, $"{port}"];
        foreach (var argument in owner is null ? arguments : [.. arguments, owner])
        {
            start.ArgumentList.Add(argument);
        }

        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Database = "postgres",
            Username = "loapi",
            Password = password,
        };
        return new PostgresServerProcess(Process.Start(start)!, directory, connection.ConnectionString);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitForAnswerAsync()
    {
        await ReadDoneAsync();
        await WaitUntilConnectedAsync();
    }

    private async Task TellAsync(string command)
    {
        await _process.StandardInput.WriteLineAsync(command);
        await _process.StandardInput.FlushAsync();
        await ReadDoneAsync();
    }

    private async Task ReadDoneAsync()
    {
        using var deadline = new CancellationTokenSource(Patience, TimeProvider.System);
        if (await _process.StandardOutput.ReadLineAsync(deadline.Token) != "done")
        {
            throw new InvalidOperationException($"PostgreSQL did not start: {await _process.StandardError.ReadToEndAsync(deadline.Token)}");
        }
    }

    private async Task WaitUntilConnectedAsync()
    {
        var unpooled = new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false, Timeout = 5 }.ConnectionString;
        for (var started = Stopwatch.GetTimestamp(); ;)
        {
            try
            {
                await using var connection = new NpgsqlConnection(unpooled);
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException exception)
            {
                var log = Path.Combine(_directory, "log");
                if (Stopwatch.GetElapsedTime(started) > Patience || (File.Exists(log) && (await File.ReadAllTextAsync(log)).Contains("could not bind", StringComparison.Ordinal)))
                {
                    throw new InvalidOperationException($"PostgreSQL does not answer: {await File.ReadAllTextAsync(log)}", exception);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
            }
        }
    }
}
