using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace LoApi.Storage.Tests.Failures;

/// <summary>
/// Stands between a client and PostgreSQL, counts the round trips, and cuts the connection of a commit once the server
/// has answered it: the commit is done, and its client never hears of it.
/// </summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly NpgsqlConnectionStringBuilder _server;
    private readonly CancellationTokenSource _over = new();
    private int _untilCut;
    private int _disposed;
    private int _roundTrips;
    private volatile bool _answered;
    private NetworkStream? _cutting;
    private Func<Task> _beforeCut = () => Task.CompletedTask;

    public CuttingProxy(string connectionString)
    {
        _server = new(connectionString);
        _listener.Start();
        _ = AcceptAsync();
        ConnectionString = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Host = "127.0.0.1",
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port,
            SslMode = SslMode.Disable,
        }.ConnectionString;
    }

    public string ConnectionString { get; }

    /// <summary>How often a client said something after it was answered; right for one connection that is used at a time.</summary>
    public int RoundTrips => Volatile.Read(ref _roundTrips);

    /// <summary>Commits whose answers were kept back.</summary>
    public int Cut { get; private set; }

    /// <summary>Keeps back the answer of a commit from now on, by default the next, after something else has happened.</summary>
    public void CutCommit(int number = 1, Func<Task>? after = null)
    {
        _beforeCut = after ?? (() => Task.CompletedTask);
        Interlocked.Exchange(ref _untilCut, number);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) > 0)
        {
            return;
        }

        _listener.Stop();
        await _over.CancelAsync();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await _listener.AcceptTcpClientAsync(_over.Token));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It is over.
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        {
            try
            {
                await server.ConnectAsync(_server.Host!, _server.Port, _over.Token);
                using var ended = CancellationTokenSource.CreateLinkedTokenSource(_over.Token);
                var ways = new[] { CarryRequestsAsync(client.GetStream(), server.GetStream(), ended), CarryAnswersAsync(server.GetStream(), client.GetStream(), ended) };
                await Task.WhenAny(ways);
                await ended.CancelAsync();
                await Task.WhenAll(ways);
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or IOException)
            {
                // One side is gone; so is the other, then.
            }
        }
    }

    private async Task CarryRequestsAsync(NetworkStream client, NetworkStream server, CancellationTokenSource ended)
    {
        var buffer = new byte[65_536];
        for (var read = 1; read > 0;)
        {
            read = await client.ReadAsync(buffer, ended.Token);
            if (buffer.AsSpan(0, read).IndexOf("COMMIT\0"u8) >= 0 && Interlocked.Decrement(ref _untilCut) == 0)
            {
                _cutting = server;
            }

            if (_answered && read > 0)
            {
                _answered = false;
                Interlocked.Increment(ref _roundTrips);
            }

            await server.WriteAsync(buffer.AsMemory(0, read), ended.Token);
        }
    }

    private async Task CarryAnswersAsync(NetworkStream server, NetworkStream client, CancellationTokenSource ended)
    {
        var buffer = new byte[65_536];
        for (var read = 1; read > 0;)
        {
            read = await server.ReadAsync(buffer, ended.Token);
            if (ReferenceEquals(_cutting, server))
            {
                _cutting = null;
                Cut++;
                await _beforeCut();
                return;
            }

            _answered = true; // Before the client hears it, and says the next.
            await client.WriteAsync(buffer.AsMemory(0, read), ended.Token);
        }
    }
}
