using System.Net;

namespace LoApi.LoadGen.Client;

/// <summary>
/// Which answers ask for the same request again: 503, and 409 <c>request_in_progress</c> (what a retry meets while the first
/// attempt is still at work), both only with <c>Retry-After</c>. 429 is not among them: a load generator that hid the limit
/// would measure the wrong thing.
/// </summary>
internal static class RetryLater
{
    /// <summary>The longest wait that is honoured; a server that asks for more gets its 503 counted instead.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <returns>How long to wait, or null when the answer is final.</returns>
    public static TimeSpan? WaitOf(HttpResponseMessage response, string reason, DateTimeOffset now)
    {
        var retryable = response.StatusCode == HttpStatusCode.ServiceUnavailable
            || (response.StatusCode == HttpStatusCode.Conflict && reason == "request_in_progress");
        if (!retryable || response.Headers.RetryAfter is not { } after)
        {
            return null;
        }

        var wait = after.Delta ?? after.Date - now;
        return wait > LongestWait ? null : wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
