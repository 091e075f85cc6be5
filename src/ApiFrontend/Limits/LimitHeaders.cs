using System.Globalization;
using System.Runtime.CompilerServices;

namespace LoApi.ApiFrontend.Limits;

/// <summary>
/// The limit in an answer's headers (draft-ietf-httpapi-ratelimit-headers): <c>q</c> requests in a window of <c>w</c>
/// seconds, of which <c>r</c> are left, and <c>t</c> seconds until all are won back.
/// </summary>
internal static class LimitHeaders
{
    private const string Policy = "RateLimit-Policy";
    private const string Standing = "RateLimit";
    private const int SecondsPerDay = 86_400;

    public static void Write(IHeaderDictionary headers, in Admission admission)
    {
        var (rate, burst) = (admission.Limit.Rate, admission.Limit.Burst);
        headers[Policy] = admission.Daily is { } quota
            ? Text($"\"default\";q={burst};w={Quotient(burst, rate)}, \"daily\";q={quota.Quota};w={SecondsPerDay}")
            : Text($"\"default\";q={burst};w={Quotient(burst, rate)}");
        headers[Standing] = admission.Daily is { } daily
            ? Text($"\"default\";r={admission.Remaining};t={Quotient(burst - admission.Remaining, rate)}, \"daily\";r={daily.Remaining};t={Seconds(daily.ResetsIn)}")
            : Text($"\"default\";r={admission.Remaining};t={Quotient(burst - admission.Remaining, rate)}");
        if (admission.Verdict == Verdict.Refused)
        {
            headers.RetryAfter = Text($"{Math.Max(1, Seconds(admission.RetryAfter))}");
        }
    }

    /// <summary>Takes back what was said.</summary>
    public static void Remove(IHeaderDictionary headers)
    {
        headers.Remove(Policy);
        headers.Remove(Standing);
    }

    private static string Text(ref DefaultInterpolatedStringHandler text) => string.Create(CultureInfo.InvariantCulture, ref text);

    private static int Quotient(int tokens, int rate) => (tokens + rate - 1) / rate;

    private static long Seconds(TimeSpan time) => (long)Math.Ceiling(Math.Max(0, time.TotalSeconds));
}
