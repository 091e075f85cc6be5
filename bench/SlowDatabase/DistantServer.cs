using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Npgsql;

namespace LoApi.SlowDatabase;

/// <summary>A way to a PostgreSQL server on which every byte arrives half a round trip late, in both directions.</summary>
internal sealed class DistantServer
{
    private const int BytesPerRead = 65_536;
    private const int ReadsUnderWay = 256;

    private readonly NpgsqlConnectionStringBuilder _server;
    private readonly TimeSpan _oneWay;

    private DistantServer(NpgsqlConnectionStringBuilder server, TimeSpan oneWay)
    {
        _server = server;
        _oneWay = oneWay;
    }

    /// <summary>Begins to listen; answers the connection string by which the server is that far away.</summary>
    public static string Between(string connectionString, TimeSpan roundTrip)
    {
        var way = new DistantServer(new NpgsqlConnectionStringBuilder(connectionString), roundTrip / 2);
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _ = way.AcceptAsync(listener);
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        return new NpgsqlConnectionStringBuilder(connectionString) { Host = IPAddress.Loopback.ToString(), Port = port }.ConnectionString;
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        while (true)
        {
            _ = CarryAsync(await listener.AcceptTcpClientAsync());
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        {
            try
            {
                await server.ConnectAsync(_server.Host!, _server.Port);
                client.NoDelay = server.NoDelay = true;
                await Task.WhenAny(
                    CarryAsync(client.GetStream(), server.GetStream()),
                    CarryAsync(server.GetStream(), client.GetStream()));
            }
            catch (Exception exception) when (exception is SocketException or IOException)
            {
                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"A connection to the distant server ended: {exception.Message}"));
            }
        }
    }

    private async Task CarryAsync(NetworkStream from, NetworkStream to)
    {
        var underWay = Channel.CreateBounded<(byte[] Bytes, long SentAt)>(ReadsUnderWay);
        var arriving = ArriveAsync(underWay.Reader, to);
        var buffer = new byte[BytesPerRead];
        for (var read = await from.ReadAsync(buffer); read > 0; read = await from.ReadAsync(buffer))
        {
            await underWay.Writer.WriteAsync((buffer[..read], TimeProvider.System.GetTimestamp()));
        }

        underWay.Writer.Complete();
        await arriving;
    }

    private async Task ArriveAsync(ChannelReader<(byte[] Bytes, long SentAt)> underWay, NetworkStream to)
    {
        await foreach (var (bytes, sentAt) in underWay.ReadAllAsync())
        {
            if (_oneWay - TimeProvider.System.GetElapsedTime(sentAt) is { Ticks: > 0 } rest)
            {
                await Task.Delay(rest, TimeProvider.System);
            }

            await to.WriteAsync(bytes);
        }
    }
}
