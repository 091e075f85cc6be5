using System.Globalization;

namespace LoApi.PlainAspNet.Storage;

/// <summary>Instants in UTC, of whole microseconds.</summary>
internal static class Instant
{
    public const string Format = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public static string Text(DateTime instant) => instant.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTime Now(TimeProvider time)
    {
        var now = time.GetUtcNow().Ticks;
        return new DateTime(now - (now % TimeSpan.TicksPerMicrosecond), DateTimeKind.Unspecified);
    }
}
