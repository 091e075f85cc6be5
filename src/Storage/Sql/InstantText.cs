using System.Globalization;
using LoApi.Json;

namespace LoApi.Storage.Sql;

/// <summary>An instant as text whose order is that of time: in keysets, and in SQLite.</summary>
internal static class InstantText
{
    public const string Format = InstantJsonConverter.Format;

    public static string Of(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static bool TryParse(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);
}
