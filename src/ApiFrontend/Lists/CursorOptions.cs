namespace LoApi.ApiFrontend.Lists;

/// <summary>How cursors are made tamper-evident. Section <c>Cursors</c>.</summary>
internal sealed class CursorOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Cursors";

    /// <summary>Bytes that a key has at least.</summary>
    public const int MinKeyBytes = 32;

    /// <summary>
    /// The key that signs cursors, base64 of at least 32 random bytes, the same for every front end. In Development it
    /// is made at the first start and kept in <c>data/cursor.key</c>.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>The key's bytes; empty where it is none.</summary>
    public byte[] KeyBytes()
    {
        var bytes = new byte[Key?.Length ?? 0];
        return Convert.TryFromBase64String(Key ?? "", bytes, out var written) ? bytes[..written] : [];
    }
}
