using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace LoApi.Clients;

/// <summary>Makes tokens as clients do, to try things out: a JWT signed with the client's key, HS256.</summary>
public static class ClientToken
{
    /// <summary>How long a token may hold at most, and does.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(300);

    private const string Audience = "loapi";

    /// <summary>A token for one client, acting for a user and a location, or for nobody.</summary>
    public static string Sign(
        string clientId, string keyId, ReadOnlySpan<byte> key, DateTimeOffset issuedAt, string? userId = null, string? locationId = null)
    {
        var header = Part(json =>
        {
            json.WriteString("alg", "HS256");
            json.WriteString("typ", "JWT");
            json.WriteString("kid", keyId);
        });
        var claims = Part(json =>
        {
            json.WriteString("iss", clientId);
            json.WriteString("sub", clientId);
            json.WriteString("aud", Audience);
            json.WriteNumber("iat", issuedAt.ToUnixTimeSeconds());
            json.WriteNumber("exp", (issuedAt + Lifetime).ToUnixTimeSeconds());
            json.WriteString("jti", Guid.NewGuid());
            json.WriteStartObject("request_context");
            WriteIfAny(json, "user_id", userId);
            WriteIfAny(json, "location_id", locationId);
            json.WriteEndObject();
        });
        var signed = $"{header}.{claims}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Part(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Base64Url.EncodeToString(bytes.WrittenSpan);
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
