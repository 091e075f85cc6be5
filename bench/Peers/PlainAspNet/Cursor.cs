using System.Buffers.Text;
using System.Text;

namespace LoApi.PlainAspNet;

/// <summary>The key that a page begins after, in a form that callers leave alone.</summary>
internal static class Cursor
{
    public static string After(string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key));

    public static string? Read(string? cursor) => cursor is null ? null : Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
}
