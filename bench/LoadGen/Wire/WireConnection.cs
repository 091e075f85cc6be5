using System.Net.Sockets;
using LoApi.LoadGen.Client;
using LoApi.LoadGen.Measurement;

namespace LoApi.LoadGen.Wire;

/// <summary>
/// One connection to the service, for one request at a time. Sends bytes as they are, and reads as much of the answer as a
/// load generator needs; that costs a fraction of what an HTTP client does. It opens itself when it is first used, and again
/// after the server closed it or a request on it failed.
/// </summary>
internal sealed class WireConnection : IDisposable
{
    /// <summary>There is no request.</summary>
    private const long Idle = long.MaxValue;

    /// <summary>The request had its time, and its socket is closed.</summary>
    private const long Expired = long.MinValue;

    /// <summary>Timers count in milliseconds and may be early by some.</summary>
    private static readonly TimeSpan LeastWait = TimeSpan.FromMilliseconds(1);

    private readonly string _host;
    private readonly int _port;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;
    private readonly AnswerParser _answer = new();

    /// <summary>One for all requests: a cancellation source for each would cost more than the rest of this class.</summary>
    private readonly ITimer _timer;

    /// <summary>The timer must close the socket of the request that it belongs to, and of no other.</summary>
    private readonly Lock _gate = new();

    private Socket? _socket;
    private long _deadline = Idle;

    /// <param name="host">Name or address.</param>
    /// <param name="port">Port.</param>
    /// <param name="timeout">From when a request has this connection, opening it included, to the last byte of its answer.</param>
    /// <param name="time">The clock.</param>
    public WireConnection(string host, int port, TimeSpan timeout, TimeProvider time)
    {
        _host = host;
        _port = port;
        _timeout = timeout;
        _time = time;
        _timer = time.CreateTimer(static connection => ((WireConnection)connection!).Expire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Opens it before its first use.</summary>
    /// <returns>Why that was not possible; null when it was.</returns>
    public async ValueTask<string?> OpenAsync(CancellationToken cancellation)
    {
        var outcome = await WithinTimeoutAsync(request: null, cancellation);
        return outcome.Kind == OutcomeKind.Transport ? outcome.Reason : null;
    }

    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public ValueTask<Outcome> SendAsync(ReadOnlyMemory<byte> request, CancellationToken cancellation) =>
        WithinTimeoutAsync(request, cancellation);

    public void Dispose()
    {
        _timer.Dispose();
        _socket?.Dispose();
    }

    private async ValueTask<Outcome> WithinTimeoutAsync(ReadOnlyMemory<byte>? request, CancellationToken cancellation)
    {
        lock (_gate)
        {
            _deadline = _time.GetTimestamp() + (long)(_timeout.TotalSeconds * _time.TimestampFrequency);
        }

        _timer.Change(_timeout, Timeout.InfiniteTimeSpan);
        var kept = false;
        try
        {
            var socket = _socket is { } open && !IsClosedByServer(open) ? open : await ConnectAsync(cancellation);
            if (request is not { } bytes)
            {
                kept = true;
                return new Outcome(OutcomeKind.Ok, "", 0);
            }

            await ExchangeAsync(socket, bytes, cancellation);
            kept = _answer.ConnectionMayBeKept;
            return StatusOutcome.Of(_answer.Status, _answer.Replayed);
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException && IsExpired())
        {
            return new Outcome(OutcomeKind.Transport, Outcome.Timeout, 0);
        }
        catch (Exception failure) when (failure is SocketException or IOException)
        {
            return new Outcome(OutcomeKind.Transport, TransportReason.Of(failure), 0);
        }
        finally
        {
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            End(kept);
        }
    }

    private bool IsExpired()
    {
        lock (_gate)
        {
            return _deadline == Expired;
        }
    }

    private void End(bool kept)
    {
        lock (_gate)
        {
            if (_deadline == Expired || !kept)
            {
                _socket?.Dispose();
                _socket = null;
            }

            _deadline = Idle;
        }
    }

    private async ValueTask ExchangeAsync(Socket socket, ReadOnlyMemory<byte> request, CancellationToken cancellation)
    {
        while (!request.IsEmpty)
        {
            request = request[await socket.SendAsync(request, SocketFlags.None, cancellation)..];
        }

        _answer.Begin();
        while (!_answer.Receive(await socket.ReceiveAsync(_answer.Free(), SocketFlags.None, cancellation)))
        {
        }
    }

    private async ValueTask<Socket> ConnectAsync(CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        lock (_gate)
        {
            _socket?.Dispose();
            _socket = socket;
            if (_deadline == Expired)
            {
                socket.Dispose(); // Nobody else does: the time was over before there was this socket.
            }
        }

        await socket.ConnectAsync(_host, _port, cancellation);
        return socket;
    }

    /// <summary>Between requests a server has nothing to say: if there is something to read, it is the end.</summary>
    private static bool IsClosedByServer(Socket socket) => socket.Poll(0, SelectMode.SelectRead);

    private void Expire()
    {
        lock (_gate)
        {
            if (_deadline is Idle or Expired)
            {
                return;
            }

            // The timer may be early, or belong to the request before.
            var left = _time.GetElapsedTime(_time.GetTimestamp(), _deadline);
            if (left > TimeSpan.Zero)
            {
                _timer.Change(left > LeastWait ? left : LeastWait, Timeout.InfiniteTimeSpan);
                return;
            }

            _deadline = Expired;
            _socket?.Dispose();
        }
    }
}
