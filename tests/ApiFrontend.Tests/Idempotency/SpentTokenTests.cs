using System.Net;
using LoApi.ApiFrontend.Tests.Audit;
using LoApi.ApiFrontend.Tests.Authentication;
using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Idempotency;

/// <summary>A token is good for one write, and for as many reads as it holds.</summary>
public abstract class SpentTokenTests(ApiHost host) : IDisposable
{
    private const string Payoffs = "/api/v1/payoffs";

    private readonly HttpClient _client = host.CreateClient("1", "1");

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Post_SameTokenSameRequest_IsReplayed()
    {
        using var bearer = Bearer();
        var (draft, key) = (Drafts.Payoff(), ResourceDrafts.NewKey());
        var first = await bearer.PostAnswerAsync(Payoffs, draft, ("Idempotency-Key", key));
        var second = await bearer.PostAnswerAsync(Payoffs, draft, ("Idempotency-Key", key));
        Assert.Equal((HttpStatusCode.Created, null), (first.Status, first.Header("Idempotent-Replayed")));
        Assert.Equal((HttpStatusCode.Created, "true", first.Text), (second.Status, second.Header("Idempotent-Replayed"), second.Text));
    }

    [Fact]
    public async Task Post_SameTokenOtherRequest_IsRefusedLikeAnyBadToken()
    {
        using var bearer = Bearer();
        Assert.Equal(HttpStatusCode.Created, (await bearer.PostAnswerAsync(Payoffs, Drafts.Payoff(), ("Idempotency-Key", ResourceDrafts.NewKey()))).Status);

        var loan = Loans.Next();
        var stolen = await bearer.PostAnswerAsync(Payoffs, Drafts.Payoff(loan), ("Idempotency-Key", ResourceDrafts.NewKey()));
        AssertRefused(stolen);
        using var stranger = host.CreateBearer("no.token.atall");
        Assert.Equal(
            (await stranger.GetAnswerAsync(Payoffs)).Json.GetProperty("detail").GetString(), stolen.Json.GetProperty("detail").GetString());
        Assert.Empty((await _client.GetAnswerAsync($"{Payoffs}?sba_loan_number={loan}")).Json.GetProperty("data").EnumerateArray());

        var honest = await _client.PostAnswerAsync(Payoffs, Drafts.Payoff(loan), ("Idempotency-Key", ResourceDrafts.NewKey()));
        Assert.Equal(HttpStatusCode.Created, honest.Status);
    }

    [Fact]
    public async Task Post_SameTokenSameBodyOtherKey_IsRefused()
    {
        using var bearer = Bearer();
        var draft = ResourceDrafts.Draft();
        Assert.Equal(HttpStatusCode.Created, (await bearer.PostResourceAsync(draft)).Status);
        AssertRefused(await bearer.PostResourceAsync(draft));
    }

    [Fact]
    public async Task Post_SpentTokenWithTheKeyOfAnotherWrite_IsNotToldItsAnswer()
    {
        var (draft, key) = (ResourceDrafts.Draft(), ResourceDrafts.NewKey());
        Assert.Equal(HttpStatusCode.Created, (await _client.PostResourceAsync(draft, key)).Status);
        using var bearer = Bearer();
        Assert.Equal(HttpStatusCode.Created, (await bearer.PostResourceAsync(ResourceDrafts.Draft())).Status);
        AssertRefused(await bearer.PostResourceAsync(draft, key));
    }

    [Fact]
    public async Task Post_ReplayWithAFreshToken_DoesNotSpendIt()
    {
        var (draft, key) = (ResourceDrafts.Draft(), ResourceDrafts.NewKey());
        Assert.Equal(HttpStatusCode.Created, (await _client.PostResourceAsync(draft, key)).Status);
        using var bearer = Bearer();
        Assert.Equal("true", (await bearer.PostResourceAsync(draft, key)).Header("Idempotent-Replayed"));
        Assert.Equal(HttpStatusCode.Created, (await bearer.PostResourceAsync(ResourceDrafts.Draft())).Status);
    }

    [Fact]
    public async Task Post_Refused_DoesNotSpendTheToken()
    {
        using var bearer = Bearer();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await bearer.PostResourceAsync("""{"name":"No document"}""")).Status);
        Assert.Equal(HttpStatusCode.Created, (await bearer.PostResourceAsync(ResourceDrafts.Draft())).Status);
    }

    [Fact]
    public async Task Post_TwentyAtOnceWithOneToken_IsOneWrite()
    {
        using var bearer = Bearer();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bearer.PostResourceAsync(ResourceDrafts.Draft())));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Created), AssertRefused);
    }

    [Fact]
    public async Task Post_TwentyAtOnceOfOneRequestAndToken_IsOneWrite()
    {
        using var bearer = Bearer();
        var (draft, key) = (ResourceDrafts.Draft(), ResourceDrafts.NewKey());
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bearer.PostResourceAsync(draft, key)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        Assert.Single(answers, answer => answer.Header("Idempotent-Replayed") is null);
        Assert.Single(answers.Select(answer => answer.Text).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Post_TokensOfTwoClientsWithOneId_AreTwoTokens()
    {
        var id = Guid.NewGuid().ToString();
        using var one = host.CreateBearer(new Forge(host.Tests, TimeProvider.System.GetUtcNow()).WithClaims(("jti", id)));
        using var other = host.CreateBearer(new Forge(host.OtherTests, TimeProvider.System.GetUtcNow()).WithClaims(("jti", id)));
        Assert.Equal(HttpStatusCode.Created, (await one.PostResourceAsync(ResourceDrafts.Draft())).Status);
        Assert.Equal(HttpStatusCode.Created, (await other.PostResourceAsync(ResourceDrafts.Draft())).Status);
    }

    [Fact]
    public async Task Post_TwoTokensWithOneId_AreOneToken()
    {
        var forge = new Forge(host.Tests, TimeProvider.System.GetUtcNow());
        var id = new string('é', 128);
        using var one = host.CreateBearer(forge.WithClaims(("jti", $"{id[37..]}{Guid.NewGuid()}")));
        using var other = host.CreateBearer(forge.WithClaims(("jti", id), ("exp", forge.Now + 200)));
        using var third = host.CreateBearer(forge.WithClaims(("jti", id), ("exp", forge.Now + 201)));
        Assert.Equal(HttpStatusCode.Created, (await one.PostResourceAsync(ResourceDrafts.Draft())).Status);
        Assert.Equal(HttpStatusCode.Created, (await other.PostResourceAsync(ResourceDrafts.Draft())).Status);
        AssertRefused(await third.PostResourceAsync(ResourceDrafts.Draft()));
    }

    [Fact]
    public async Task Get_SpentToken_GoesOn()
    {
        using var bearer = Bearer();
        var created = await bearer.PostAnswerAsync(Payoffs, Drafts.Payoff(), ("Idempotency-Key", ResourceDrafts.NewKey()));
        var read = await bearer.GetAnswerAsync($"{Payoffs}/{created.Json.GetProperty("id").GetString()}");
        Assert.Equal((HttpStatusCode.OK, created.Text), (read.Status, read.Text));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task Change_SpentToken_IsRefused(string method)
    {
        var (path, _) = await _client.CreateResourceAsync();
        using var bearer = Bearer();
        Assert.Equal(HttpStatusCode.Created, (await bearer.PostResourceAsync(ResourceDrafts.Draft())).Status);
        AssertRefused(await ChangeAsync(bearer, method, path, "\"1\""));
        AssertRefused(await ChangeAsync(bearer, method, path, "*"));
        AssertRefused(await ChangeAsync(bearer, method, path, "\"1\"", ResourceDrafts.NewKey()));
        Assert.Equal("\"1\"", (await _client.GetAnswerAsync(path)).Header("ETag"));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task Change_SameTokenSameKey_IsReplayed(string method)
    {
        var (path, _) = await _client.CreateResourceAsync();
        using var bearer = Bearer();
        var key = ResourceDrafts.NewKey();
        var first = await ChangeAsync(bearer, method, path, "\"1\"", key);
        var second = await ChangeAsync(bearer, method, path, "\"1\"", key);
        var third = await ChangeAsync(_client, method, path, "\"1\"", key);
        Assert.Equal((HttpStatusCode.OK, null), (first.Status, first.Header("Idempotent-Replayed")));
        Assert.All([second, third], repeat => Assert.Equal(
            (HttpStatusCode.OK, "true", first.Text), (repeat.Status, repeat.Header("Idempotent-Replayed"), repeat.Text)));
        var other = await ChangeAsync(bearer, method, path, "\"2\"", ResourceDrafts.NewKey());
        Assert.Equal(method == "DELETE" ? HttpStatusCode.NotFound : HttpStatusCode.Unauthorized, other.Status);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    public async Task Change_SpentTokenWithTheKeyOfAnotherChange_IsNotToldItsAnswer(string method)
    {
        var (path, _) = await _client.CreateResourceAsync();
        var key = ResourceDrafts.NewKey();
        Assert.Equal(HttpStatusCode.OK, (await ChangeAsync(_client, method, path, "\"1\"", key)).Status);
        using var bearer = Bearer();
        Assert.Equal(HttpStatusCode.Created, (await bearer.PostResourceAsync(ResourceDrafts.Draft())).Status);
        AssertRefused(await ChangeAsync(bearer, method, path, "\"1\"", key));
    }

    [Fact]
    public async Task Change_SameTokenWithoutKey_IsMadeOnce()
    {
        var path = await CreatePayoffAsync();
        using var bearer = Bearer();
        var first = await bearer.PatchAnswerAsync(path, "\"1\"", """{"reason":"sale"}""");
        var second = await bearer.PatchAnswerAsync(path, "\"1\"", """{"reason":"sale"}""");
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (first.Status, first.Header("ETag")));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "precondition_failed"), (second.Status, second.Code));
        AssertRefused(await bearer.PatchAnswerAsync(path, "\"2\"", """{"reason":"sale"}"""));
        Assert.Equal("\"2\"", (await _client.GetAnswerAsync(path)).Header("ETag"));
    }

    [Fact]
    public async Task Change_SameTokenFromAnyVersion_IsMadeOnce()
    {
        var path = await CreatePayoffAsync();
        var (resource, _) = await _client.CreateResourceAsync();
        foreach (var (target, patch) in new[] { (path, """{"reason":"sale"}"""), (resource, ResourceDrafts.Patch) })
        {
            using var bearer = Bearer();
            Assert.Equal("\"2\"", (await bearer.PatchAnswerAsync(target, "*", patch)).Header("ETag"));
            AssertRefused(await bearer.PatchAnswerAsync(target, "*", patch));
            Assert.Equal("\"2\"", (await _client.GetAnswerAsync(target)).Header("ETag"));
        }
    }

    [Fact]
    public async Task Change_ThatDoesNotFit_DoesNotSpendTheToken()
    {
        var path = await CreatePayoffAsync();
        using var bearer = Bearer();
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await bearer.PatchAnswerAsync(path, "\"7\"", """{"reason":"sale"}""")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await bearer.PatchAnswerAsync(path, "\"1\"", """{"status":"completed"}""")).Status);
        Assert.Equal(HttpStatusCode.OK, (await bearer.PatchAnswerAsync(path, "\"1\"", """{"reason":"sale"}""")).Status);
    }

    [Fact]
    public async Task Change_SpentToken_StandsInTheAuditLog()
    {
        var path = await CreatePayoffAsync();
        using var bearer = Bearer();
        Assert.Equal(HttpStatusCode.Created, (await bearer.PostResourceAsync(ResourceDrafts.Draft())).Status);
        var refused = await bearer.PatchAnswerAsync(path, "\"1\"", """{"reason":"sale"}""", ("X-Request-Id", $"stolen-{Guid.NewGuid():N}"));
        AssertRefused(refused);

        var records = await _client.RecordsAsync($"resource_id={path[(Payoffs.Length + 1)..]}", count: 2);
        var denied = Assert.Single(records, record => record["kind"]!.GetValue<string>() == "denied");
        Assert.Equal(
            ("invalid_token", "tests", refused.Header("X-Request-Id")),
            (denied["code"]!.GetValue<string>(), denied["client_id"]!.GetValue<string>(), denied["request_id"]!.GetValue<string>()));
    }

    private static Task<Answer> ChangeAsync(HttpClient client, string method, string path, string ifMatch, string? key = null)
    {
        (string, string)[] headers = key is null ? [] : [("Idempotency-Key", key)];
        return method switch
        {
            "PUT" => client.PutAnswerAsync(path, ifMatch, ResourceDrafts.Replacement, headers),
            "PATCH" => client.PatchAnswerAsync(path, ifMatch, ResourceDrafts.Patch, headers),
            _ => client.DeleteAnswerAsync(path, ifMatch, headers),
        };
    }

    private static void AssertRefused(Answer answer)
    {
        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_token"), (answer.Status, answer.Code));
        Assert.Equal("Bearer error=\"invalid_token\"", answer.Header("WWW-Authenticate"));
    }

    private HttpClient Bearer() => host.CreateBearer(host.Tests.Sign("1", "1"));

    private async Task<string> CreatePayoffAsync()
    {
        var created = await _client.PostAnswerAsync(Payoffs, Drafts.Payoff(), ("Idempotency-Key", ResourceDrafts.NewKey()));
        return $"{Payoffs}/{created.Json.GetProperty("id").GetString()}";
    }
}
