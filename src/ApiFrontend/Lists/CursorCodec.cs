using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using LoApi.Lists;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Lists;

/// <summary>
/// Writes places in lists as opaque cursors and reads them back. A cursor is signed together with the list, filter and
/// sort it belongs to, so it can neither be made up nor carried over to another list.
/// </summary>
internal sealed class CursorCodec(IOptions<CursorOptions> options)
{
    private const int SignatureBytes = 16;
    private const int MaxLength = 1024;
    private const char Separator = '\n';

    // Base64Url itself would pass over white space and padding.
    private static readonly SearchValues<char> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private readonly byte[] _key = options.Value.KeyBytes();

    /// <summary>The cursor of a place in a list, which is named with its filter and sort by <paramref name="list"/>.</summary>
    public string Write(string list, Keyset place)
    {
        var text = Encoding.UTF8.GetBytes(string.Join(Separator, place.Values));
        return Base64Url.EncodeToString([.. Sign(list, text), .. text]);
    }

    /// <summary>The place, or null where the cursor is none that this list gave out.</summary>
    public Keyset? Read(string list, string cursor)
    {
        if (cursor.Length is 0 or > MaxLength || cursor.AsSpan().ContainsAnyExcept(Alphabet) || !Base64Url.IsValid(cursor))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(cursor).AsSpan();
        if (bytes.Length < SignatureBytes
            || !CryptographicOperations.FixedTimeEquals(bytes[..SignatureBytes], Sign(list, bytes[SignatureBytes..])))
        {
            return null;
        }

        return new([.. Encoding.UTF8.GetString(bytes[SignatureBytes..]).Split(Separator)]);
    }

    private byte[] Sign(string list, ReadOnlySpan<byte> text)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(list), 0, .. text];
        return HMACSHA256.HashData(_key, signed)[..SignatureBytes];
    }
}
