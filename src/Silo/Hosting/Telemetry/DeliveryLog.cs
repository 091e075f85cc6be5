using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LoApi.Silo.Telemetry;

/// <summary>Says once that nothing is delivered any more, and once that it is again.</summary>
internal sealed partial class DeliveryLog(ILogger<DeliveryLog> logger)
{
    private readonly ConcurrentDictionary<string, bool> _failing = new(StringComparer.Ordinal);

    public void Delivered(string path)
    {
        if (_failing.TryRemove(path, out _))
        {
            DeliveredAgain(logger, path);
        }
    }

    public void Failed(string path, string reason)
    {
        if (_failing.TryAdd(path, true))
        {
            NotDelivered(logger, path, reason);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Telemetry for {Path} is not delivered: {Reason}. It is dropped, without a word until it is again")]
    private static partial void NotDelivered(ILogger logger, string path, string reason);

    [LoggerMessage(2, LogLevel.Information, "Telemetry for {Path} is delivered again")]
    private static partial void DeliveredAgain(ILogger logger, string path);
}
