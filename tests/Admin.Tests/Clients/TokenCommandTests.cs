using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LoApi.Clients;

namespace LoApi.Admin.Tests.Clients;

public sealed class TokenCommandTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public async Task Token_ForAUser_IsSignedAndSaysSo()
    {
        var run = await RunAsync([], "token", "--client", "prepay", "--key", Convert.ToBase64String(Key), "--user", "7", "--location", "12");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var parts = run.Output.TrimEnd('\n').Split('.');
        Assert.Equal(
            HMACSHA256.HashData(Key, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}")),
            Base64Url.DecodeFromChars(parts[2]));
        Assert.Equal($$"""{"alg":"HS256","typ":"JWT","kid":"{{ClientKeyId.Of("prepay", Key)}}"}""", Text(parts[0]));
        var claims = JsonElement.Parse(Text(parts[1]));
        Assert.Equal(["iss", "sub", "aud", "iat", "exp", "jti", "request_context"], claims.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("prepay", "prepay", "loapi"), (claims.GetProperty("iss").GetString(), claims.GetProperty("sub").GetString(), claims.GetProperty("aud").GetString()));
        Assert.Equal(300, claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64());
        Assert.Equal("""{"user_id":"7","location_id":"12"}""", claims.GetProperty("request_context").GetRawText());
    }

    [Fact]
    public async Task Token_KeyFromTheVariableAndKeyId_AreTaken()
    {
        var run = await RunAsync(new() { ["LOAPI_CLIENT_KEY"] = Convert.ToBase64String(Key) }, "token", "--client", "prepay", "--key-id", "prepay.0123456789abcdef");

        Assert.Contains("\"kid\":\"prepay.0123456789abcdef\"", Text(run.Output.Split('.')[0]), StringComparison.Ordinal);
        Assert.Contains("\"request_context\":{}", Text(run.Output.Split('.')[1]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Give the client's key: --key, or the variable LOAPI_CLIENT_KEY.", null)]
    [InlineData("The key is no base64 of at least 32 bytes.", "c2hvcnQ=")]
    [InlineData("The key is no base64 of at least 32 bytes.", "no base64")]
    public async Task Token_NoSoundKey_FailsWithASentence(string sentence, string? key)
    {
        var run = await RunAsync(key is null ? [] : new() { ["LOAPI_CLIENT_KEY"] = key }, "token", "--client", "prepay");
        Assert.Equal(new AdminRun(1, "", sentence + "\n"), run);
    }

    private static string Text(string part) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part));

    private static Task<AdminRun> RunAsync(Dictionary<string, string?> settings, params string[] args) => AdminRun.OfAsync(settings, args);
}
