using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace LoApi.Reliability.Cluster;

/// <summary>Makes a database that listens on the loopback address reachable under another one of this machine's.</summary>
internal sealed class DatabaseRelay : IDisposable
{
    private readonly NpgsqlConnectionStringBuilder _database;
    private readonly TcpListener _listener;

    public DatabaseRelay(string connectionString, string address)
    {
        _database = new NpgsqlConnectionStringBuilder(connectionString);
        _listener = new TcpListener(IPAddress.Parse(address), 0);
        _listener.Start();
        ConnectionString = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Host = address,
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port,
        }.ConnectionString;
        _ = AcceptAsync();
    }

    /// <summary>How the database is reached over it.</summary>
    public string ConnectionString { get; }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // The run is over.
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        {
            try
            {
                await server.ConnectAsync(_database.Host!, _database.Port);
                client.NoDelay = server.NoDelay = true;
                await Task.WhenAny(
                    client.GetStream().CopyToAsync(server.GetStream()),
                    server.GetStream().CopyToAsync(client.GetStream()));
            }
            catch (Exception broken) when (broken is SocketException or IOException)
            {
                // Either end sees that the other is gone.
            }
        }
    }
}
