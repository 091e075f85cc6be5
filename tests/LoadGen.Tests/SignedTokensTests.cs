using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LoApi.LoadGen.Client;

namespace LoApi.LoadGen.Tests;

public sealed class SignedTokensTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private readonly ManualClock _clock = new();
    private SignedTokens? _credentials;

    [Fact]
    public void Apply_OnBehalfOfAUser_SignsWhatTheContractAsksFor()
    {
        var token = Token(HttpMethod.Post, new("7", "12"));

        var parts = token.Split('.');
        Assert.Equal(HMACSHA256.HashData(Key, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}")), Base64Url.DecodeFromChars(parts[2]));
        Assert.Equal("""{"alg":"HS256","typ":"JWT","kid":"bench.1"}""", Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[0])));
        var claims = JsonElement.Parse(Base64Url.DecodeFromChars(parts[1]));
        Assert.Equal(["iss", "sub", "aud", "iat", "exp", "jti", "request_context"], claims.EnumerateObject().Select(member => member.Name));
        Assert.Equal(300, claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64());
        Assert.Equal(_clock.GetUtcNow().ToUnixTimeSeconds(), claims.GetProperty("iat").GetInt64());
        Assert.Equal("""{"user_id":"7","location_id":"12"}""", claims.GetProperty("request_context").GetRawText());
    }

    [Fact]
    public void Apply_Reads_ShareATokenWhileItIsFresh()
    {
        var first = Token(HttpMethod.Get, new("7"));
        _clock.Advance(TimeSpan.FromSeconds(239));
        Assert.Equal(first, Token(HttpMethod.Get, new("7")));
        Assert.NotEqual(first, Token(HttpMethod.Get, new("8")));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotEqual(first, Token(HttpMethod.Get, new("7")));
    }

    [Fact]
    public void Apply_Writes_HaveTokensOfTheirOwn() =>
        Assert.NotEqual(Token(HttpMethod.Post, new("7", "12")), Token(HttpMethod.Post, new("7", "12")));

    [Fact]
    public async Task Get_WithAClient_CarriesItsToken()
    {
        await using var api = await StandInApi.StartAsync();
        var clock = new ManualClock();
        var seen = new ConcurrentQueue<string>();
        api.OnGet = context =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            seen.Enqueue(context.Request.Headers.Authorization.ToString());
            return Task.CompletedTask;
        };

        await LoadGenProgram.GetAsync(
            api, $"--connections 1 --duration 1 --client bench --key-id bench.1 --key {Convert.ToBase64String(Key)}", clock);

        Assert.StartsWith("Bearer eyJ", Assert.Single(seen), StringComparison.Ordinal);
    }

    private string Token(HttpMethod method, ActingFor acting)
    {
        using var request = new HttpRequestMessage(method, "http://127.0.0.1/");
        (_credentials ??= new("bench", "bench.1", Key, _clock)).Apply(request, acting);
        return request.Headers.Authorization!.Parameter!;
    }
}
