namespace LoApi.ApiFrontend.Authentication;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "The key {KeyId} cannot be decrypted; what is signed with it is refused. Clients:MasterKey is not the one that it was made under, nor is any of Clients:RetiredMasterKeys")]
    public static partial void Undecryptable(ILogger logger, Exception exception, string keyId);

    [LoggerMessage(2, LogLevel.Warning, "The client {ClientId} could not be renewed; what was known of it goes on")]
    public static partial void NotRefreshed(ILogger logger, Exception exception, string clientId);

    [LoggerMessage(3, LogLevel.Warning, "Denied {Method} {Route} to {ClientId}, user {UserId}, location {LocationId}, from {RemoteIp}: {Reason}. Key as claimed {ClaimedKeyId}, request {RequestId}")]
    public static partial void Denied(
        ILogger logger,
        string method,
        string route,
        string? clientId,
        string? userId,
        string? locationId,
        string? remoteIp,
        string reason,
        string? claimedKeyId,
        string requestId);

    [LoggerMessage(4, LogLevel.Warning, "{Count} more denials of {Whose} since the last one that was told")]
    public static partial void DeniedMore(ILogger logger, long count, string whose);

    [LoggerMessage(5, LogLevel.Information, "The user that client {ClientId} acts for was not verified: {Reason}")]
    public static partial void UserNotVerified(ILogger logger, string clientId, string reason);

    [LoggerMessage(6, LogLevel.Warning, "A user could not be verified: {Reason}")]
    public static partial void ProviderAway(ILogger logger, string reason);

    [LoggerMessage(7, LogLevel.Warning, "The identity provider's keys could not be read")]
    public static partial void KeysNotRead(ILogger logger, Exception exception);
}
