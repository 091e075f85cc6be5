using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace LoApi.Storage.Audit;

/// <summary>
/// Which members of a record the chain covers by a salted digest only, and their salts: none where the value was erased.
/// A salt lies beside its value and goes with it, for without the salt the digest tells nothing of the value.
/// </summary>
internal sealed class MemberSalts
{
    /// <summary>Names the digest of what was sent, which tells of personal data too.</summary>
    public const string Payload = "payload_digest";

    private const string ErasedPayload = "erased:";
    private const int SaltBytes = 16;

    private readonly SortedDictionary<string, string?> _salts;

    private MemberSalts(SortedDictionary<string, string?> salts)
    {
        _salts = salts;
        Tree = MemberTree.Of(salts.Keys.Where(pointer => pointer[0] == '/'));
    }

    /// <summary>The members, in binary order.</summary>
    public IEnumerable<string> Pointers => _salts.Keys;

    /// <summary>The members that were erased.</summary>
    public IEnumerable<string> Erased => _salts.Where(salt => salt.Value is null).Select(salt => salt.Key);

    private MemberTree Tree { get; }

    /// <summary>Fresh salts for the personal members that a row has.</summary>
    public static MemberSalts For(AuditRow row)
    {
        var salts = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        var tree = PersonalMembers.TreeOf(row.ResourceType);
        foreach (var state in new[] { row.BeforeState, row.AfterState })
        {
            if (state is not null)
            {
                foreach (var span in MemberSpan.Find(Encoding.UTF8.GetBytes(state), tree))
                {
                    salts.TryAdd(span.Pointer, NewSalt());
                }
            }
        }

        if (salts.Count > 0 && row.PayloadDigest is not null)
        {
            salts.Add(Payload, NewSalt());
        }

        return new(salts);
    }

    /// <summary>What a row says. Throws <see cref="JsonException"/> where it is nothing of the kind.</summary>
    public static MemberSalts Parse(string? json) => new(json is null
        ? new(StringComparer.Ordinal)
        : new(JsonSerializer.Deserialize<Dictionary<string, string?>>(json) ?? throw new JsonException(), StringComparer.Ordinal));

    /// <summary>As it is kept; null where there are none.</summary>
    public string? ToJson() => _salts.Count == 0 ? null : JsonSerializer.Serialize(_salts);

    /// <summary>
    /// A representation as the chain covers it: each personal member stands there as it would if it were erased.
    /// </summary>
    public string? Masked(string? state) => state is null || _salts.Count == 0 ? state : Masked(state, _ => true);

    /// <summary>The digest of what was sent, as the chain covers it.</summary>
    public string? MaskedPayload(string? digest) =>
        digest is not null && _salts.TryGetValue(Payload, out var salt) && salt is not null
            ? ErasedPayload + Digest(salt, Payload, Encoding.UTF8.GetBytes(digest))
            : digest;

    /// <summary>
    /// A row without the values of some members; the row itself where it holds none of them any more. The chain's hash
    /// stays what it is.
    /// </summary>
    public static AuditRow Erase(AuditRow row, IReadOnlyCollection<string> pointers)
    {
        var salts = Parse(row.MemberSalts);
        if (!salts._salts.Any(salt => salt.Value is not null && pointers.Contains(salt.Key, StringComparer.Ordinal)))
        {
            return row;
        }

        var payload = salts.MaskedPayload(row.PayloadDigest);
        var before = Without(row.BeforeState);
        var after = Without(row.AfterState);
        foreach (var pointer in pointers.Append(Payload).Where(salts._salts.ContainsKey))
        {
            salts._salts[pointer] = null;
        }

        return row with { BeforeState = before, AfterState = after, PayloadDigest = payload, MemberSalts = salts.ToJson() };

        string? Without(string? state) =>
            state is null ? null : salts.Masked(state, pointer => pointers.Contains(pointer, StringComparer.Ordinal));
    }

    private string Masked(string state, Func<string, bool> isMasked)
    {
        var json = Encoding.UTF8.GetBytes(state);
        var masked = new StringBuilder(state.Length);
        var copied = 0;
        foreach (var span in MemberSpan.Find(json, Tree))
        {
            if (_salts[span.Pointer] is { } salt && isMasked(span.Pointer))
            {
                masked.Append(Encoding.UTF8.GetString(json, copied, span.Start - copied));
                masked.Append("{\"erased\":\"").Append(Digest(salt, span.Pointer, json.AsSpan(span.Start, span.End - span.Start))).Append("\"}");
                copied = span.End;
            }
        }

        return masked.Append(Encoding.UTF8.GetString(json, copied, json.Length - copied)).ToString();
    }

    private static string NewSalt() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SaltBytes));

    private static string Digest(string salt, string pointer, ReadOnlySpan<byte> value)
    {
        byte[] named = [.. Encoding.UTF8.GetBytes(pointer), (byte)'\n', .. value];
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(salt), named));
    }
}
