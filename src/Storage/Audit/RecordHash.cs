using System.Buffers;
using System.Globalization;
using System.Text;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Audit;

/// <summary>
/// The hash of a record: HMAC-SHA-256 over the hash of the one before it and all that the record says, each value behind
/// its length, so that no two records look alike. Members of personal data take part by their salted digests.
/// </summary>
internal static class RecordHash
{
    /// <summary>What stands before the first record of a chain.</summary>
    public static readonly string Origin = new('0', 64);

    private const string Form = "loapi-audit-1";

    /// <summary>The hash of a row, given its salts; everything else is as the row says.</summary>
    public static string Of(AuditRow row, MemberSalts salts, AuditKey key)
    {
        var canonical = new ArrayBufferWriter<byte>(2048);
        Append(canonical, Form);
        Append(canonical, row.PreviousHash);
        Append(canonical, Text(row.PartitionNo));
        Append(canonical, Text(row.ChainPosition));
        Append(canonical, row.ChangeId.ToString("D"));
        Append(canonical, row.RecordKind);
        Append(canonical, row.Outcome);
        Append(canonical, row.OutcomeCode);
        Append(canonical, InstantText.Of(row.OccurredAt));
        Append(canonical, row.ClientId);
        Append(canonical, row.UserId);
        Append(canonical, row.LocationId);
        Append(canonical, row.HttpMethod);
        Append(canonical, row.RequestPath);
        Append(canonical, row.ResourceType);
        Append(canonical, row.ResourceId);
        Append(canonical, Text(row.VersionBefore));
        Append(canonical, Text(row.VersionAfter));
        Append(canonical, salts.Masked(row.BeforeState));
        Append(canonical, salts.Masked(row.AfterState));
        Append(canonical, row.RequestId);
        Append(canonical, row.TraceId);
        Append(canonical, row.RemoteIp);
        Append(canonical, salts.MaskedPayload(row.PayloadDigest));
        Append(canonical, InstantText.Of(row.ChainedAt));
        Append(canonical, row.KeyId);
        Append(canonical, string.Join('\n', salts.Pointers));
        return key.Sign(canonical.WrittenSpan);
    }

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static void Append(ArrayBufferWriter<byte> canonical, string? value)
    {
        if (value is null)
        {
            canonical.Write("-\n"u8);
            return;
        }

        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(value)}:"), canonical);
        Encoding.UTF8.GetBytes(value, canonical);
        canonical.Write("\n"u8);
    }
}
