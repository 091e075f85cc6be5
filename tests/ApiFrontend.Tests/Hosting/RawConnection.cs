using System.Net.Sockets;
using System.Text;

namespace LoApi.ApiFrontend.Tests.Hosting;

/// <summary>A caller that sends bytes as it likes.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly TcpClient _client = new();

    public static async Task<RawConnection> OpenAsync(Uri address)
    {
        var connection = new RawConnection();
        await connection._client.ConnectAsync(address.Host, address.Port);
        return connection;
    }

    public async Task SendAsync(string text) => await _client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));

    /// <summary>What the server sends until it closes the connection.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var received = new MemoryStream();
        try
        {
            await _client.GetStream().CopyToAsync(received, patience.Token);
        }
        catch (IOException)
        {
            // Reset instead of closed in order: what matters is that it ended.
        }

        return Encoding.ASCII.GetString(received.ToArray());
    }

    public void Dispose() => _client.Dispose();
}
