using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LoApi.LoadGen.Tests;

/// <summary>A server that keeps what it receives byte for byte, and answers with bytes that a test chooses.</summary>
internal sealed class WireServer : IAsyncDisposable
{
    public const string Created = "HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Task _accepting;
    private int _opened;

    public WireServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Url => $"http://{_listener.LocalEndpoint}";

    /// <summary>Every request that came in, in order of arrival; one character for each byte.</summary>
    public ConcurrentQueue<string> Received { get; } = new();

    /// <summary>Connections that were accepted, whatever became of them.</summary>
    public int Opened => Volatile.Read(ref _opened);

    /// <summary>What is sent as the answer to a request; an empty one closes the connection.</summary>
    public Func<string, Task<string>> OnRequest { get; set; } = _ => Task.FromResult(Created);

    /// <summary>Closes the connection after each answer.</summary>
    public bool Closes { get; init; }

    /// <summary>Called when a connection was closed by <see cref="Closes"/>.</summary>
    public Action OnClosed { get; set; } = () => { };

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting; // Before the listener stops: one that has stopped accepts nothing, and says so.
        _listener.Stop();
        await Task.WhenAll(_connections);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                Interlocked.Increment(ref _opened);
                _connections.Add(ServeAsync(socket));
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            using (socket)
            {
                while (await ReadAsync(socket) is { } request)
                {
                    Received.Enqueue(request);
                    var answer = await OnRequest(request);
                    await socket.SendAsync(Encoding.Latin1.GetBytes(answer), _stop.Token);
                    if (Closes || answer.Length == 0)
                    {
                        break;
                    }
                }
            }

            OnClosed();
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException)
        {
            // The test is over, or the client went away.
        }
    }

    private async Task<string?> ReadAsync(Socket socket)
    {
        var request = new StringBuilder();
        var buffer = new byte[4096];
        for (var length = int.MaxValue; request.Length < length;)
        {
            var count = await socket.ReceiveAsync(buffer, _stop.Token);
            if (count == 0)
            {
                return null;
            }

            var text = request.Append(Encoding.Latin1.GetString(buffer, 0, count)).ToString();
            if (text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is >= 0 and var head)
            {
                const string Field = "Content-Length: ";
                var value = text.IndexOf(Field, StringComparison.Ordinal) + Field.Length;
                length = head + 4 + int.Parse(text.AsSpan(value, text.IndexOf('\r', value) - value), CultureInfo.InvariantCulture);
            }
        }

        return request.ToString();
    }
}
