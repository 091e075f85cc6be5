using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LoApi.Storage.Audit;

/// <summary>A line of the file of heads, signed so that whoever can write to the file cannot make one up.</summary>
internal sealed record HeadLine
{
    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public required string At { get; init; }

    public required int Partition { get; init; }

    public required long Position { get; init; }

    public required string Hash { get; init; }

    public required string KeyId { get; init; }

    public required string Hmac { get; init; }

    public static HeadLine Of(ChainHead head, string at, AuditKey key) => new()
    {
        At = at,
        Partition = head.Partition,
        Position = head.Position,
        Hash = head.Hash,
        KeyId = key.Id,
        Hmac = key.Sign(Signed(at, head.Partition, head.Position, head.Hash)),
    };

    /// <summary>The line; null where it is none.</summary>
    public static HeadLine? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<HeadLine>(line, Form);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public bool IsSignedBy(AuditKey key) => string.Equals(Hmac, key.Sign(Signed(At, Partition, Position, Hash)), StringComparison.Ordinal);

    public override string ToString() => JsonSerializer.Serialize(this, Form);

    private static byte[] Signed(string at, int partition, long position, string hash) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"loapi-head-1\n{at}\n{partition}\n{position}\n{hash}"));
}
