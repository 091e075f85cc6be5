using System.Text.Json;
using LoApi.Clients;

namespace LoApi.Admin.Clients;

/// <summary>Tells a new key: the only time that it is shown.</summary>
internal static class NewKeyOutput
{
    public static Task WriteAsync(TextWriter output, string clientId, NewClientKey key, bool json)
    {
        if (json)
        {
            var members = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["client_id"] = clientId,
                ["key_id"] = key.KeyId,
                ["key"] = key.Secret,
            };
            return output.WriteLineAsync(JsonSerializer.Serialize(members, Plain));
        }

        return output.WriteLineAsync($"""
            client  {clientId}
            key id  {key.KeyId}
            key     {key.Secret}

            The key is shown this once and cannot be read again. Tokens are signed with its 32 bytes, not with their base64.
            """.ReplaceLineEndings(output.NewLine));
    }

    // Base64 as it is: "+" is no danger to whoever reads this.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
