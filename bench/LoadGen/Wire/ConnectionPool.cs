using System.Threading.Channels;

namespace LoApi.LoadGen.Wire;

/// <summary>
/// A fixed number of connections. Each is used in turn, so that none is idle for so long that the server closes it; who finds
/// none waits, first come, first served.
/// </summary>
internal sealed class ConnectionPool : IDisposable
{
    /// <summary>More at once would be more than a server that has just started lets wait for their acceptance.</summary>
    private const int OpenedAtOnce = 64;

    private readonly Uri _url;
    private readonly WireConnection[] _all;
    private readonly Channel<WireConnection> _idle;

    public ConnectionPool(Uri url, int connections, TimeSpan timeout, TimeProvider time)
    {
        _url = url;
        _idle = Channel.CreateBounded<WireConnection>(connections);
        _all = [.. Enumerable.Range(0, connections).Select(_ => new WireConnection(url.DnsSafeHost, url.Port, timeout, time))];
        Array.ForEach(_all, Return);
    }

    /// <summary>Opens all of them in advance.</summary>
    /// <exception cref="RunImpossibleException">One cannot be opened.</exception>
    public Task OpenAsync(CancellationToken cancellation) => Parallel.ForEachAsync(
        _all,
        new ParallelOptions { MaxDegreeOfParallelism = OpenedAtOnce, CancellationToken = cancellation },
        async (connection, stop) =>
        {
            if (await connection.OpenAsync(stop) is { } reason)
            {
                throw new RunImpossibleException($"{_url} cannot be reached: {reason}.");
            }
        });

    /// <summary>The caller gives it back.</summary>
    public ValueTask<WireConnection> TakeAsync(CancellationToken cancellation) => _idle.Reader.ReadAsync(cancellation);

    public void Return(WireConnection connection)
    {
        if (!_idle.Writer.TryWrite(connection))
        {
            throw new InvalidOperationException("A connection was given back twice.");
        }
    }

    public void Dispose() => Array.ForEach(_all, connection => connection.Dispose());
}
