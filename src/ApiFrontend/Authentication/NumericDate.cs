using System.Text.Json;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>
/// A NumericDate of RFC 7519: seconds since 1970, with or without a fraction, which is rounded up to the microsecond: finer
/// than that no instant is kept.
/// </summary>
internal static class NumericDate
{
    // 9999-12-31T23:59:59Z: what a DateTimeOffset can be.
    private const decimal LastSecond = 253_402_300_799m;

    /// <summary>The instant; false where it is no number, or before 1970 or after 9999.</summary>
    public static bool TryRead(JsonElement claim, out DateTimeOffset time)
    {
        time = default;
        if (claim.ValueKind != JsonValueKind.Number || !claim.TryGetDecimal(out var seconds) || seconds is < 0 or > LastSecond)
        {
            return false;
        }

        time = DateTimeOffset.UnixEpoch.AddTicks((long)decimal.Ceiling(seconds * 1_000_000) * TimeSpan.TicksPerMicrosecond);
        return true;
    }
}
