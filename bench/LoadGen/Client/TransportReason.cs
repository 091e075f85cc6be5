using System.Net.Sockets;
using System.Text.Json;

namespace LoApi.LoadGen.Client;

/// <summary>What happened to a connection, in one stable word: <c>connection_refused</c>, <c>response_ended</c> …</summary>
internal static class TransportReason
{
    public static string Of(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is SocketException socket)
            {
                return JsonNamingPolicy.SnakeCaseLower.ConvertName(socket.SocketErrorCode.ToString());
            }
        }

        return failure switch
        {
            HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http => Name(http.HttpRequestError),
            HttpIOException io => Name(io.HttpRequestError),
            _ => "connection_broken",
        };
    }

    private static string Name(HttpRequestError error) => JsonNamingPolicy.SnakeCaseLower.ConvertName(error.ToString());
}
