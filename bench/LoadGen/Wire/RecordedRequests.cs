using LoApi.LoadGen.Measurement;

namespace LoApi.LoadGen.Wire;

/// <summary>Sends the requests of a file, each once and in order.</summary>
internal sealed class RecordedRequests(RequestFile file, ConnectionPool connections)
{
    /// <summary>Sends the next one, which is read before this returns: for a load that calls it from one thread. Of requests
    /// that were due but not sent the last ones of the file stay there.</summary>
    public async Task<Outcome> SendNextAsync(CancellationToken cancellation)
    {
        using var request = file.Next();
        var connection = await connections.TakeAsync(cancellation);
        try
        {
            return await connection.SendAsync(request.Bytes, cancellation);
        }
        finally
        {
            connections.Return(connection);
        }
    }
}
