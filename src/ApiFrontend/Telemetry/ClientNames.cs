using System.Collections.Concurrent;

namespace LoApi.ApiFrontend.Telemetry;

/// <summary>
/// Clients as measurements name them. Operators make clients, so there are few; whatever they do, no more than so many are
/// told apart, and the rest are <see cref="Other"/>.
/// </summary>
internal sealed class ClientNames
{
    /// <summary>The tag of a client's id.</summary>
    public const string Tag = "loapi.client.id";

    /// <summary>The clients beyond <see cref="Most"/>, together.</summary>
    public const string Other = "other";

    /// <summary>Clients that are told apart.</summary>
    public const int Most = 200;

    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>The name of a client that has proved who it is.</summary>
    public string Of(string clientId)
    {
        if (_names.TryGetValue(clientId, out var name))
        {
            return name;
        }

        if (Volatile.Read(ref _count) >= Most)
        {
            return Other;
        }

        if (Interlocked.Increment(ref _count) > Most)
        {
            Interlocked.Decrement(ref _count);
            return Other;
        }

        if (!_names.TryAdd(clientId, clientId))
        {
            Interlocked.Decrement(ref _count);
        }

        return clientId;
    }
}
