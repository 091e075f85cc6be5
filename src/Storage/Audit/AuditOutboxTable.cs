using System.Text;
using LoApi.Audit;
using LoApi.Json;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Audit;

/// <summary>How an entry is written to AUDIT_OUTBOX, and how its row is removed.</summary>
internal static class AuditOutboxTable
{
    public static Column Order { get; } = new("order_no", ColumnKind.Long);

    public static RowShape Insert { get; } = RowShape.Insert(
        "AUDIT_OUTBOX", [AuditColumns.Partition, Order, AuditColumns.ChangeId, .. AuditColumns.Content]);

    public static RowShape Delete { get; } = RowShape.Delete("AUDIT_OUTBOX", AuditColumns.Partition, Order, AuditColumns.ChangeId);

    public static Row ToInsert(AuditEntry entry) => Insert.Row(
        entry.Partition,
        entry.Order,
        entry.ChangeId,
        Code<AuditKind>.Of(entry.Kind),
        Code<AuditOutcome>.Of(entry.Outcome),
        Cut(entry.Code, 60) ?? "-",
        entry.OccurredAt,
        Cut(entry.Caller.ClientId, 100) ?? "-",
        Cut(entry.Caller.UserId, 100),
        Cut(entry.Caller.LocationId, 100),
        Cut(entry.Caller.Method, 20),
        Cut(entry.Caller.Path, 500),
        Cut(entry.ResourceType, 40),
        Cut(entry.ResourceId, 100),
        entry.VersionBefore,
        entry.VersionAfter,
        entry.Before,
        entry.After,
        Cut(entry.Caller.RequestId, 100) ?? "-",
        Cut(entry.Caller.TraceId, 40),
        Cut(entry.Caller.RemoteIp, 60),
        entry.PayloadDigest);

    /// <summary>A text that came from outside, as far as every database keeps it: no change is to fail for the record of it.</summary>
    private static string? Cut(string? text, int length)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var sound = true;
        foreach (var c in text)
        {
            sound &= c != '\0' && !char.IsSurrogate(c);
        }

        if (sound)
        {
            return text.Length <= length ? text : text[..length];
        }

        var kept = new StringBuilder(Math.Min(text.Length, length));
        foreach (var rune in text.EnumerateRunes()) // Half a surrogate pair comes out as U+FFFD.
        {
            if (kept.Length + rune.Utf16SequenceLength > length)
            {
                break;
            }

            kept.Append(rune.Value == 0 ? Rune.ReplacementChar : rune);
        }

        return kept.ToString();
    }
}
