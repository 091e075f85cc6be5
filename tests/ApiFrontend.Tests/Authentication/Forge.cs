using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Authentication;

/// <summary>Makes tokens, sound ones and others, out of parts that a test changes.</summary>
internal sealed class Forge(TestClient client, DateTimeOffset now)
{
    public TestClient Client => client;

    public long Now => now.ToUnixTimeSeconds();

    public static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    public static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    public JsonObject Header() => new()
    {
        ["alg"] = "HS256",
        ["typ"] = "JWT",
        ["kid"] = client.Key.KeyId,
    };

    public JsonObject Claims() => new()
    {
        ["iss"] = client.Client.Id,
        ["sub"] = client.Client.Id,
        ["aud"] = "loapi",
        ["iat"] = Now,
        ["exp"] = Now + 300,
        ["jti"] = Guid.NewGuid().ToString(),
        ["request_context"] = new JsonObject { ["user_id"] = "1", ["location_id"] = "1" },
    };

    /// <summary>The sound token, with members of its header changed, or taken away where they are null here.</summary>
    public string WithHeader(params (string Name, JsonNode? Value)[] changes) => Sign(Changed(Header(), changes), Claims());

    /// <summary>The sound token, with claims changed, or taken away where they are null here.</summary>
    public string WithClaims(params (string Name, JsonNode? Value)[] changes) => Sign(Header(), Changed(Claims(), changes));

    public string Sign(JsonObject header, JsonObject claims) => Sign(header.ToJsonString(), claims.ToJsonString());

    public string Sign(string header, string claims) => Sign(header, claims, client.Secret);

    public static string Sign(string header, string claims, byte[] key) => SignParts(Encode(header), Encode(claims), key);

    public static string SignParts(string header, string claims, byte[] key) =>
        $"{header}.{claims}.{Encode(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"{header}.{claims}")))}";

    private static JsonObject Changed(JsonObject members, (string Name, JsonNode? Value)[] changes)
    {
        foreach (var (name, value) in changes)
        {
            members.Remove(name);
            if (value is not null)
            {
                members[name] = value;
            }
        }

        return members;
    }
}
