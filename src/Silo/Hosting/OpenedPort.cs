using System.Net;
using System.Net.Sockets;

namespace LoApi.Silo;

/// <summary>A port that this process opens, and the setting that says which.</summary>
/// <param name="Key">The setting, as <c>Silo:SiloPort</c>.</param>
/// <param name="Endpoint">Where it is opened; null where it is not. Only of validated options.</param>
internal sealed record OpenedPort(string Key, Func<IServiceProvider, IPEndPoint?> Endpoint)
{
    /// <summary>
    /// A sentence where another process has the port, the usual slip with two silos on one machine; null where none has.
    /// Whoever opens it would fail too, but not say by which setting it is changed.
    /// </summary>
    public string? Fault(IServiceProvider services)
    {
        if (Endpoint(services) is not { } endpoint)
        {
            return null;
        }

        using var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(endpoint);
            return null;
        }
        catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse)
        {
            return $"Port {endpoint.Port} of {endpoint.Address} is taken by another process. Set {Key} to another.";
        }
    }
}
