using System.Buffers;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace LoApi.LoadGen.Client;

/// <summary>
/// Bearer tokens, signed with the client's key. A write gets one of its own, since it spends it; reads on the same behalf
/// share one while it is fresh, as a well-behaved client's do.
/// </summary>
internal sealed class SignedTokens(string clientId, string keyId, byte[] key, TimeProvider time) : ICallerCredentials
{
    private const int LifetimeSeconds = 300;
    private const int FreshSeconds = 240;

    // As many as there are pairs of users and locations in a run; a run with more signs those anew.
    private const int MaxShared = 100_000;

    private readonly ConcurrentDictionary<ActingFor, (string Token, long IssuedAt)> _shared = new();

    public void Apply(HttpRequestMessage request, ActingFor acting) =>
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", request.Method == HttpMethod.Get ? Shared(acting) : Sign(acting, Now));

    private long Now => time.GetUtcNow().ToUnixTimeSeconds();

    private string Shared(ActingFor acting)
    {
        var now = Now;
        if (_shared.TryGetValue(acting, out var known) && now - known.IssuedAt is >= 0 and < FreshSeconds)
        {
            return known.Token;
        }

        var token = Sign(acting, now);
        if (_shared.Count < MaxShared)
        {
            _shared[acting] = (token, now);
        }

        return token;
    }

    private string Sign(ActingFor acting, long now)
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
            json.WriteString("aud", "loapi");
            json.WriteNumber("iat", now);
            json.WriteNumber("exp", now + LifetimeSeconds);
            json.WriteString("jti", Guid.NewGuid());
            json.WriteStartObject("request_context");
            if (acting.UserId is not null)
            {
                json.WriteString("user_id", acting.UserId);
            }

            if (acting.LocationId is not null)
            {
                json.WriteString("location_id", acting.LocationId);
            }

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
}
