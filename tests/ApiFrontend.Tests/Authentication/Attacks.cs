using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace LoApi.ApiFrontend.Tests.Authentication;

/// <summary>What those try who have no key, or a key and more appetite than they are entitled to.</summary>
internal static class Attacks
{
    private const string Deflate = "DEF";

    private static readonly byte[] Attackers = RandomNumberGenerator.GetBytes(32);

    /// <summary>The value of <c>Authorization</c>, by what is tried.</summary>
    public static IReadOnlyDictionary<string, Func<Forge, string>> All { get; } = new Dictionary<string, Func<Forge, string>>(StringComparer.Ordinal)
    {
        // The algorithm.
        ["alg none, unsigned"] = forge => Bearer(Unsigned(forge, "none")),
        ["alg None, unsigned"] = forge => Bearer(Unsigned(forge, "None")),
        ["alg NONE, unsigned"] = forge => Bearer(Unsigned(forge, "NONE")),
        ["alg nOnE, unsigned"] = forge => Bearer(Unsigned(forge, "nOnE")),
        ["alg none, signed all the same"] = forge => Bearer(forge.WithHeader(("alg", "none"))),
        ["alg HS384"] = forge => Bearer(Hashed(forge, "HS384", HMACSHA384.HashData)),
        ["alg HS512"] = forge => Bearer(Hashed(forge, "HS512", HMACSHA512.HashData)),
        ["alg HS256, signed by HMAC-SHA-512"] = forge => Bearer(Hashed(forge, "HS256", HMACSHA512.HashData)),
        ["alg hs256"] = forge => Bearer(forge.WithHeader(("alg", "hs256"))),
        ["alg RS256"] = forge => Bearer(RsaSigned(forge, "RS256")),
        ["alg RS256, signed by HMAC-SHA-256"] = forge => Bearer(forge.WithHeader(("alg", "RS256"))),
        ["alg ES256"] = forge => Bearer(forge.WithHeader(("alg", "ES256"))),
        ["alg empty"] = forge => Bearer(forge.WithHeader(("alg", ""))),
        ["alg missing"] = forge => Bearer(forge.WithHeader(("alg", null))),
        ["alg that is a number"] = forge => Bearer(forge.WithHeader(("alg", 256))),
        ["alg that is an array"] = forge => Bearer(forge.WithHeader(("alg", new JsonArray("HS256")))),

        // The key.
        ["key confusion: the kid as key"] = forge => Bearer(SignedBy(forge, Encoding.UTF8.GetBytes(forge.Client.Key.KeyId))),
        ["key confusion: the base64 of the key as key"] = forge => Bearer(SignedBy(forge, Encoding.UTF8.GetBytes(forge.Client.Key.Secret))),
        ["key confusion: the ciphertext as key"] = forge => Bearer(SignedBy(forge, Encoding.UTF8.GetBytes(forge.Client.Key.Stored.Ciphertext))),
        ["key confusion: a public key as key"] = forge => Bearer(SignedBy(forge, PublicKey())),
        ["an empty key"] = forge => Bearer(SignedBy(forge, [])),
        ["a key of zeros"] = forge => Bearer(SignedBy(forge, new byte[32])),
        ["a key with one bit turned"] = forge => Bearer(SignedBy(forge, Turned(forge.Client.Secret))),
        ["half a key"] = forge => Bearer(SignedBy(forge, forge.Client.Secret[..16])),

        // The signature.
        ["signature empty"] = forge => Bearer(Parts(forge, (header, claims, _) => $"{header}.{claims}.")),
        ["signature missing with its dot"] = forge => Bearer(Parts(forge, (header, claims, _) => $"{header}.{claims}")),
        ["signature truncated by a character"] = forge => Bearer(Parts(forge, (header, claims, signature) => $"{header}.{claims}.{signature[..^1]}")),
        ["signature truncated to half"] = forge => Bearer(Parts(forge, (header, claims, signature) => $"{header}.{claims}.{signature[..22]}")),
        ["signature with a character more"] = forge => Bearer(Parts(forge, (header, claims, signature) => $"{header}.{claims}.{signature}A")),
        ["signature twice"] = forge => Bearer(Parts(forge, (header, claims, signature) => $"{header}.{claims}.{signature}{signature}")),
        ["signature with padding"] = forge => Bearer(Parts(forge, (header, claims, signature) => $"{header}.{claims}.{signature}=")),
        ["signature spelled otherwise by left-over bits"] = forge => Bearer(Parts(forge, (header, claims, signature) => $"{header}.{claims}.{Respelled(signature)}")),
        ["signature of zeros"] = forge => Bearer(Parts(forge, (header, claims, _) => $"{header}.{claims}.{Forge.Encode(new byte[32])}")),
        ["signature of another token"] = forge => Bearer(Parts(forge, (header, claims, _) => $"{header}.{claims}.{forge.WithClaims().Split('.')[2]}")),
        ["signature with its first bit turned"] = forge => Bearer(Parts(forge, (header, claims, signature) => $"{header}.{claims}.{(signature[0] == 'A' ? 'B' : 'A')}{signature[1..]}")),
        ["claims changed after signing"] = forge => Bearer(Parts(forge, (header, _, signature) => $"{header}.{Forge.Encode(forge.Claims().ToJsonString())}.{signature}")),
        ["header changed after signing"] = forge => Bearer(Parts(forge, (_, claims, signature) => $"{Forge.Encode(forge.Header().ToJsonString() + " ")}.{claims}.{signature}")),

        // kid and typ.
        ["kid missing"] = forge => Bearer(forge.WithHeader(("kid", null))),
        ["kid empty"] = forge => Bearer(forge.WithHeader(("kid", ""))),
        ["kid that is a number"] = forge => Bearer(forge.WithHeader(("kid", 1))),
        ["kid that is an object"] = forge => Bearer(forge.WithHeader(("kid", new JsonObject()))),
        ["kid unknown, of a known client"] = forge => Bearer(forge.WithHeader(("kid", $"{forge.Client.Client.Id}.0123456789abcdef"))),
        ["kid of an unknown client"] = forge => Bearer(forge.WithHeader(("kid", "nobody.0123456789abcdef"))),
        ["kid in capitals"] = forge => Bearer(forge.WithHeader(("kid", forge.Client.Key.KeyId.ToUpperInvariant()))),
        ["kid like a path"] = forge => Bearer(SignedBy(forge, [], ("kid", "../../../../dev/null"))),
        ["kid like an absolute path"] = forge => Bearer(forge.WithHeader(("kid", "/etc/passwd"))),
        ["kid like SQL"] = forge => Bearer(SignedBy(forge, "x"u8.ToArray(), ("kid", "x' UNION SELECT 'x' FROM CLIENT_KEY --"))),
        ["kid like SQL behind a sound one"] = forge => Bearer(forge.WithHeader(("kid", forge.Client.Key.KeyId + "' OR '1'='1"))),
        ["kid like a command"] = forge => Bearer(forge.WithHeader(("kid", "tests|sleep 10"))),
        ["kid like an address"] = forge => Bearer(forge.WithHeader(("kid", "https://evil.example/jwks.json"))),
        ["kid with a NUL"] = forge => Bearer(forge.WithHeader(("kid", forge.Client.Key.KeyId + "\0"))),
        ["kid of half a surrogate pair"] = forge => Bearer(forge.Sign($$"""{"alg":"HS256","typ":"JWT","kid":"\ud800"}""", forge.Claims().ToJsonString())),
        ["kid of 4,000 characters"] = forge => Bearer(forge.WithHeader(("kid", new string('a', 4_000)))),
        ["typ missing"] = forge => Bearer(forge.WithHeader(("typ", null))),
        ["typ of an access token"] = forge => Bearer(forge.WithHeader(("typ", "at+jwt"))),
        ["typ in lower case"] = forge => Bearer(forge.WithHeader(("typ", "jwt"))),

        // Other headers.
        ["jwk with a key of the attacker's"] = forge => Bearer(SignedBy(forge, Attackers, ("jwk", new JsonObject { ["kty"] = "oct", ["k"] = Forge.Encode(Attackers) }))),
        ["jwk beside a right signature"] = forge => Bearer(forge.WithHeader(("jwk", new JsonObject { ["kty"] = "oct" }))),
        ["jku"] = forge => Bearer(forge.WithHeader(("jku", "https://evil.example/jwks.json"))),
        ["x5u"] = forge => Bearer(forge.WithHeader(("x5u", "https://evil.example/cert.pem"))),
        ["x5c"] = forge => Bearer(forge.WithHeader(("x5c", new JsonArray("MIIB")))),
        ["x5t"] = forge => Bearer(forge.WithHeader(("x5t", "AAAA"))),
        ["crit"] = forge => Bearer(forge.WithHeader(("crit", new JsonArray("exp")))),
        ["crit, empty"] = forge => Bearer(forge.WithHeader(("crit", new JsonArray()))),
        ["b64 false"] = forge => Bearer(forge.WithHeader(("b64", false))),
        ["cty of a nested token"] = forge => Bearer(forge.WithHeader(("cty", "JWT"))),
        ["zip"] = forge => Bearer(forge.WithHeader(("zip", Deflate))),
        ["zip with compressed claims"] = forge => Bearer(Compressed(forge)),
        ["enc"] = forge => Bearer(forge.WithHeader(("enc", "A128CBC-HS256"))),

        // The form.
        ["header member twice: kid"] = forge => Bearer(forge.Sign($$"""{"alg":"HS256","typ":"JWT","kid":"x","kid":"{{forge.Client.Key.KeyId}}"}""", forge.Claims().ToJsonString())),
        ["header member twice: alg"] = forge => Bearer(forge.Sign($$"""{"alg":"none","alg":"HS256","typ":"JWT","kid":"{{forge.Client.Key.KeyId}}"}""", forge.Claims().ToJsonString())),
        ["header member twice, once escaped"] = forge => Bearer(forge.Sign($$"""{"alg":"HS256","typ":"JWT","kid":"{{forge.Client.Key.KeyId}}","\u006bid":"{{forge.Client.Key.KeyId}}"}""", forge.Claims().ToJsonString())),
        ["claim twice: sub"] = forge => Bearer(forge.Sign(forge.Header().ToJsonString(), $$"""{"sub":"admin",{{forge.Claims().ToJsonString()[1..]}}""")),
        ["claim twice: exp"] = forge => Bearer(forge.Sign(forge.Header().ToJsonString(), $$"""{{forge.Claims().ToJsonString()[..^1]}},"exp":{{forge.Now + 299}}}""")),
        ["claim twice: request_context"] = forge => Bearer(forge.Sign(forge.Header().ToJsonString(), $$"""{"request_context":{"user_id":"2"},{{forge.Claims().ToJsonString()[1..]}}""")),
        ["member of request_context twice"] = forge => Bearer(forge.Sign(forge.Header().ToJsonString(), forge.Claims().ToJsonString().Replace("\"user_id\":\"1\"", "\"user_id\":\"2\",\"user_id\":\"1\"", StringComparison.Ordinal))),
        ["header that is no object"] = forge => Bearer(forge.Sign("[]", forge.Claims().ToJsonString())),
        ["header that is no JSON"] = forge => Bearer(forge.Sign("HS256", forge.Claims().ToJsonString())),
        ["claims that are an array"] = forge => Bearer(forge.Sign(forge.Header().ToJsonString(), $"[{forge.Claims().ToJsonString()}]")),
        ["claims that are a text"] = forge => Bearer(forge.Sign(forge.Header().ToJsonString(), "\"claims\"")),
        ["claims that are null"] = forge => Bearer(forge.Sign(forge.Header().ToJsonString(), "null")),
        ["claims that are no JSON"] = forge => Bearer(forge.Sign(forge.Header().ToJsonString(), "claims")),
        ["claims with something behind them"] = forge => Bearer(forge.Sign(forge.Header().ToJsonString(), forge.Claims().ToJsonString() + "{}")),
        ["claims with a comma too many"] = forge => Bearer(forge.Sign(forge.Header().ToJsonString(), forge.Claims().ToJsonString()[..^1] + ",}")),
        ["claims with a comment"] = forge => Bearer(forge.Sign(forge.Header().ToJsonString(), "/**/" + forge.Claims().ToJsonString())),
        ["claims nested deeply"] = forge => Bearer(forge.WithClaims(("deep", JsonNode.Parse(new string('[', 60) + new string(']', 60))))),
        ["claims that are no UTF-8"] = forge => Bearer(Forge.SignParts(Forge.Encode(forge.Header().ToJsonString()), Forge.Encode([.. Encoding.UTF8.GetBytes(forge.Claims().ToJsonString()[..^2]), 0xFF, .. "\"}}"u8]), forge.Client.Secret)),
        ["claims empty"] = forge => Bearer(Forge.SignParts(Forge.Encode(forge.Header().ToJsonString()), "", forge.Client.Secret)),
        ["claims in plain base64"] = forge => Bearer(Forge.SignParts(Forge.Encode(forge.Header().ToJsonString()), Convert.ToBase64String(Encoding.UTF8.GetBytes(forge.Claims().ToJsonString() + "  ")), forge.Client.Secret)),
        ["a token longer than tokens are"] = forge => Bearer(forge.WithClaims(("ballast", new string('x', 9_000)))),
        ["five parts, as of an encrypted token"] = forge => Bearer(forge.WithClaims() + ".AAAA.AAAA"),
        ["four parts"] = forge => Bearer(forge.WithClaims() + ".AAAA"),
        ["one part"] = _ => Bearer("token"),
        ["dots alone"] = _ => Bearer(".."),
        ["thousands of dots"] = _ => Bearer(new string('.', 5_000)),
        ["a token in quotes"] = forge => Bearer($"\"{forge.WithClaims()}\""),
        ["a line in the token"] = forge => Bearer(forge.WithClaims().Insert(10, "\t")),

        // The claims.
        ["iss missing"] = forge => Bearer(forge.WithClaims(("iss", null))),
        ["iss of another"] = forge => Bearer(forge.WithClaims(("iss", "demo"))),
        ["iss in capitals"] = forge => Bearer(forge.WithClaims(("iss", forge.Client.Client.Id.ToUpperInvariant()))),
        ["iss that is an array"] = forge => Bearer(forge.WithClaims(("iss", new JsonArray(forge.Client.Client.Id)))),
        ["sub missing"] = forge => Bearer(forge.WithClaims(("sub", null))),
        ["sub of another"] = forge => Bearer(forge.WithClaims(("sub", "demo"))),
        ["iss and sub of another"] = forge => Bearer(forge.WithClaims(("iss", "demo"), ("sub", "demo"))),
        ["aud missing"] = forge => Bearer(forge.WithClaims(("aud", null))),
        ["aud of another"] = forge => Bearer(forge.WithClaims(("aud", "ledger"))),
        ["aud with a slash"] = forge => Bearer(forge.WithClaims(("aud", "loapi/"))),
        ["aud of several"] = forge => Bearer(forge.WithClaims(("aud", new JsonArray("ledger", "loapi")))),
        ["aud empty"] = forge => Bearer(forge.WithClaims(("aud", new JsonArray()))),
        ["aud that is an object"] = forge => Bearer(forge.WithClaims(("aud", new JsonObject { ["loapi"] = true }))),
        ["iat missing"] = forge => Bearer(forge.WithClaims(("iat", null))),
        ["iat in the future"] = forge => Bearer(forge.WithClaims(("iat", forge.Now + 90), ("exp", forge.Now + 300))),
        ["iat that is a text"] = forge => Bearer(forge.WithClaims(("iat", $"{forge.Now}"))),
        ["iat negative"] = forge => Bearer(forge.WithClaims(("iat", -1))),
        ["exp missing"] = forge => Bearer(forge.WithClaims(("exp", null))),
        ["exp null"] = forge => Bearer(forge.Sign(forge.Header().ToJsonString(), forge.Claims().ToJsonString().Replace($"\"exp\":{forge.Now + 300}", "\"exp\":null", StringComparison.Ordinal))),
        ["exp that is a text"] = forge => Bearer(forge.WithClaims(("exp", $"{forge.Now + 300}"))),
        ["exp a second past the skew ago"] = forge => Bearer(forge.WithClaims(("iat", forge.Now - 200), ("exp", forge.Now - 31))),
        ["exp long ago"] = forge => Bearer(forge.WithClaims(("iat", forge.Now - 90_000), ("exp", forge.Now - 89_900))),
        ["exp a second too late"] = forge => Bearer(forge.WithClaims(("exp", forge.Now + 301))),
        ["exp in a year"] = forge => Bearer(forge.WithClaims(("exp", forge.Now + 31_536_000))),
        ["exp beyond all years"] = forge => Bearer(forge.Sign(forge.Header().ToJsonString(), forge.Claims().ToJsonString().Replace($"\"exp\":{forge.Now + 300}", "\"exp\":1e300", StringComparison.Ordinal))),
        ["exp before iat"] = forge => Bearer(forge.WithClaims(("iat", forge.Now), ("exp", forge.Now - 1))),
        ["exp in milliseconds"] = forge => Bearer(forge.WithClaims(("exp", (forge.Now + 300) * 1_000))),
        ["nbf in the future"] = forge => Bearer(forge.WithClaims(("nbf", forge.Now + 90))),
        ["nbf that is a text"] = forge => Bearer(forge.WithClaims(("nbf", "now"))),
        ["jti missing"] = forge => Bearer(forge.WithClaims(("jti", null))),
        ["jti empty"] = forge => Bearer(forge.WithClaims(("jti", ""))),
        ["jti that is a number"] = forge => Bearer(forge.WithClaims(("jti", 7))),
        ["jti of 129 characters"] = forge => Bearer(forge.WithClaims(("jti", new string('j', 129)))),
        ["request_context that is a text"] = forge => Bearer(forge.WithClaims(("request_context", "user_id=1"))),
        ["request_context that is an array"] = forge => Bearer(forge.WithClaims(("request_context", new JsonArray(new JsonObject { ["user_id"] = "1" })))),
        ["request_context that is null"] = forge => Bearer(forge.Sign(forge.Header().ToJsonString(), forge.Claims().ToJsonString().Replace("""{"user_id":"1","location_id":"1"}""", "null", StringComparison.Ordinal))),
        ["user_id that is a number"] = forge => Bearer(forge.WithClaims(("request_context", new JsonObject { ["user_id"] = 1, ["location_id"] = "1" }))),
        ["user_id that is an array"] = forge => Bearer(forge.WithClaims(("request_context", new JsonObject { ["user_id"] = new JsonArray("1"), ["location_id"] = "1" }))),
        ["location_id that is an object"] = forge => Bearer(forge.WithClaims(("request_context", new JsonObject { ["user_id"] = "1", ["location_id"] = new JsonObject() }))),
        ["oidc that is an object"] = forge => Bearer(forge.WithClaims(("oidc", new JsonObject()))),
        ["ulp_session that is a number"] = forge => Bearer(forge.WithClaims(("ulp_session", 1))),

        // The header of the request.
        ["two tokens in one header"] = forge => $"Bearer {forge.WithClaims()}, Bearer {forge.WithClaims()}",
        ["two tokens behind one scheme"] = forge => $"Bearer {forge.WithClaims()} {forge.WithClaims()}",
    };

    private static string Bearer(string token) => $"Bearer {token}";

    private static string Unsigned(Forge forge, string algorithm)
    {
        var header = forge.Header();
        header["alg"] = algorithm;
        return $"{Forge.Encode(header.ToJsonString())}.{Forge.Encode(forge.Claims().ToJsonString())}.";
    }

    private static string Hashed(Forge forge, string algorithm, Func<byte[], byte[], byte[]> hash)
    {
        var header = forge.Header();
        header["alg"] = algorithm;
        var signed = $"{Forge.Encode(header.ToJsonString())}.{Forge.Encode(forge.Claims().ToJsonString())}";
        return $"{signed}.{Forge.Encode(hash(forge.Client.Secret, Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string RsaSigned(Forge forge, string algorithm)
    {
        using var rsa = RSA.Create(2048);
        var header = forge.Header();
        header["alg"] = algorithm;
        var signed = $"{Forge.Encode(header.ToJsonString())}.{Forge.Encode(forge.Claims().ToJsonString())}";
        return $"{signed}.{Forge.Encode(rsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static byte[] PublicKey()
    {
        using var rsa = RSA.Create(2048);
        return Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem());
    }

    private static string SignedBy(Forge forge, byte[] key, params (string Name, JsonNode? Value)[] header)
    {
        var members = forge.Header();
        foreach (var (name, value) in header)
        {
            members[name] = value;
        }

        return Forge.Sign(members.ToJsonString(), forge.Claims().ToJsonString(), key);
    }

    private static string Parts(Forge forge, Func<string, string, string, string> build)
    {
        var parts = forge.WithClaims().Split('.');
        return build(parts[0], parts[1], parts[2]);
    }

    private static byte[] Turned(byte[] key) => [(byte)(key[0] ^ 1), .. key[1..]];

    // The last of 43 characters holds four bits of the signature and two that say nothing.
    private static string Respelled(string signature)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return signature[..^1] + Alphabet[Alphabet.IndexOf(signature[^1], StringComparison.Ordinal) ^ 1];
    }

    private static string Compressed(Forge forge)
    {
        using var bytes = new MemoryStream();
        using (var deflate = new DeflateStream(bytes, CompressionLevel.Optimal))
        {
            deflate.Write(Encoding.UTF8.GetBytes(forge.Claims().ToJsonString()));
        }

        var header = forge.Header();
        header["zip"] = Deflate;
        return Forge.SignParts(Forge.Encode(header.ToJsonString()), Forge.Encode(bytes.ToArray()), forge.Client.Secret);
    }
}
