namespace LoApi.ApiFrontend.Ops;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "{Operator} signed in at /ops with the key {KeyId} from {Address}")]
    public static partial void SignedIn(ILogger logger, string @operator, string keyId, string? address);

    [LoggerMessage(2, LogLevel.Warning, "Nobody could be asked whether an operator's key is good")]
    public static partial void NotAsked(ILogger logger, Exception exception);

    [LoggerMessage(3, LogLevel.Warning, "What other processes told could not be read; /ops shows this one alone")]
    public static partial void BoardAway(ILogger logger, Exception exception);

    [LoggerMessage(4, LogLevel.Warning, "Nobody could be asked for the operators' keys: those that were known are good for an hour more, for sign-ins too")]
    public static partial void LastKnownOperators(ILogger logger, Exception exception);

    [LoggerMessage(5, LogLevel.Warning, "/ops is served at {Address} over http: keys and sessions can be read on the way. Use https, or a loopback address and a tunnel")]
    public static partial void ReadableOnTheWay(ILogger logger, string address);
}
