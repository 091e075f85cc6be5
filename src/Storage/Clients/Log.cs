using Microsoft.Extensions.Logging;

namespace LoApi.Storage.Clients;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Client {ClientId} counts as disabled, because of what its rows hold: {Fault}")]
    public static partial void ClientFaulty(ILogger logger, string clientId, string fault);
}
