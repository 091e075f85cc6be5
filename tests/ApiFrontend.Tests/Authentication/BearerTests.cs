using System.Net;
using System.Text.Json.Nodes;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Clients;

namespace LoApi.ApiFrontend.Tests.Authentication;

[Collection(ApiCollection.Name)]
public sealed class BearerTests(SqliteApiHost host)
{
    private const string Reference = "/api/v1/countries/NA";
    private const string Payoffs = "/api/v1/payoffs";

    [Theory]
    [InlineData("Bearer {0}")]
    [InlineData("bearer {0}")]
    [InlineData("BEARER {0}")]
    [InlineData("Bearer   {0}")]
    public async Task Request_SchemeHoweverItIsSpelled_IsAnswered(string format)
    {
        var answer = await SendAsync(Reference, string.Format(format, Forge().WithClaims()));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Digest username=\"Mufasa\"")]
    public async Task Request_NoBearerToken_IsAskedForOne(string? authorization)
    {
        var answer = await SendAsync(Payoffs, authorization);
        Assert.Equal((HttpStatusCode.Unauthorized, "unauthorized"), (answer.Status, answer.Code));
        Assert.Equal("Bearer", answer.Header("WWW-Authenticate"));
    }

    [Fact]
    public async Task Request_TokenInTheQuery_IsNotLookedAt()
    {
        var answer = await SendAsync($"{Reference}?access_token={Forge().WithClaims()}", authorization: null);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
    }

    [Fact]
    public async Task Request_AudienceAsAnArrayOfOne_IsAnswered() =>
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(Reference, Bearer(Forge().WithClaims(("aud", new JsonArray("loapi")))))).Status);

    [Fact]
    public async Task Request_TimesWithFractions_AreUnderstood()
    {
        var forge = Forge();
        var token = forge.WithClaims(("iat", forge.Now + 0.25), ("exp", forge.Now + 299.75));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(Reference, Bearer(token))).Status);
    }

    [Fact]
    public async Task Write_TimesFinerThanAMicrosecond_IsAnswered()
    {
        var forge = Forge();
        var exp = JsonNode.Parse($"{forge.Now + 200}.1234567");
        var token = forge.WithClaims(("exp", exp));
        using var client = host.CreateBearer(token);
        Assert.Equal(HttpStatusCode.Created, (await client.PostResourceAsync(ResourceDrafts.Draft())).Status);
    }

    [Fact]
    public async Task Request_WithoutContext_IsEnoughWhereNoneIsNeeded()
    {
        var forge = Forge();
        foreach (var context in (JsonNode?[])[null, new JsonObject()])
        {
            Assert.Equal(HttpStatusCode.OK, (await SendAsync(Reference, Bearer(forge.WithClaims(("request_context", context?.DeepClone()))))).Status);
            var refused = await SendAsync(Payoffs, Bearer(forge.WithClaims(("request_context", context?.DeepClone()))));
            Assert.Equal((HttpStatusCode.BadRequest, "context_required"), (refused.Status, refused.Code));
        }
    }

    [Fact]
    public async Task Request_SameTokenAgain_IsAnsweredAgain()
    {
        var token = Forge().WithClaims();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await SendAsync(Payoffs, Bearer(token))).Status);
        }
    }

    [Fact]
    public async Task Request_MissingScope_IsToldWhich()
    {
        var client = await host.AddClientAsync(ClientScope.ReferenceRead, ClientScope.PayoffsWrite);
        var answer = await SendAsync(Payoffs, Bearer(client.Sign("1", "1")));
        Assert.Equal((HttpStatusCode.Forbidden, "insufficient_scope"), (answer.Status, answer.Code));
        Assert.Equal("Bearer error=\"insufficient_scope\", scope=\"payoffs:read\"", answer.Header("WWW-Authenticate"));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(Reference, Bearer(client.Sign()))).Status);
    }

    private static string Bearer(string token) => $"Bearer {token}";

    private Forge Forge() => new(host.Tests, TimeProvider.System.GetUtcNow());

    private async Task<Answer> SendAsync(string path, string? authorization)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var client = host.CreateStranger();
        return await client.AskAsync(request);
    }
}
