using System.Net;
using System.Net.Sockets;
using System.Text;
using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Authentication;

[Collection(ApiCollection.Name)]
public sealed class AttackTests(SqliteApiHost host)
{
    private const string Path = "/api/v1/payoffs";

    public static TheoryData<string> Names => [.. Attacks.All.Keys];

    [Fact]
    public async Task Request_TokenThatNobodyTouched_IsAnswered()
    {
        // Otherwise each attack below might be refused for what they all have in common.
        var answer = await SendAsync($"Bearer {Forge().WithClaims()}");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Request_Attack_IsRefusedWithTheOneText(string name)
    {
        var answer = await SendAsync(Attacks.All[name](Forge()));
        AssertRefused(answer);
    }

    [Theory]
    [InlineData("Bearer {0}", "Bearer {0}")]
    [InlineData("Bearer {0}", "Bearer nonsense")]
    [InlineData("Basic dXNlcjpwYXNz", "Bearer {0}")]
    [InlineData("", "Bearer {0}")]
    public async Task Request_TwoAuthorizationHeaders_IsRefused(string first, string second)
    {
        // An HttpClient would join them to one line.
        using var client = host.CreateStranger();
        using var socket = new TcpClient();
        await socket.ConnectAsync(client.BaseAddress!.Host, client.BaseAddress.Port);
        var token = Forge().WithClaims();
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET {Path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: {string.Format(first, token)}\r\nAuthorization: {string.Format(second, token)}\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await reader.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 401 ", answer, StringComparison.Ordinal);
        Assert.Contains("\r\nWWW-Authenticate: Bearer error=\"invalid_token\"\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("\"detail\":\"The bearer token is not accepted.\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Attacks_Number_IsWhatWasPromised() => Assert.InRange(Attacks.All.Count, 60, int.MaxValue);

    /// <summary>The status, the headers and the text that every bad token gets, whatever is wrong with it.</summary>
    internal static void AssertRefused(Answer answer)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("Bearer error=\"invalid_token\"", answer.Header("WWW-Authenticate"));
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Equal(
            $$"""{"type":"https://loapi.example.gov/docs/errors/invalid_token","title":"The bearer token is not accepted.","status":401,"detail":"The bearer token is not accepted.","instance":"{{answer.Message.RequestMessage!.RequestUri!.AbsolutePath}}","code":"invalid_token","request_id":"{{answer.Header("X-Request-Id")}}"}""",
            answer.Text);
    }

    private Forge Forge() => new(host.Tests, TimeProvider.System.GetUtcNow());

    private async Task<Answer> SendAsync(string authorization)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Path);
        Assert.True(request.Headers.TryAddWithoutValidation("Authorization", authorization));
        using var client = host.CreateStranger();
        return await client.AskAsync(request);
    }
}
