using System.Net;
using System.Text.Json.Nodes;
using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Authentication.Users;

/// <summary>Requests to a service whose users ULP vouches for, from the socket to the answer.</summary>
public sealed class UlpRequestTests(UlpWorld world) : IClassFixture<UlpWorld>
{
    private const string Locations = "/api/v1/locations";

    private Ulp Ulp => world.Ulp;

    private DateTimeOffset Now => world.Host.Clock.GetUtcNow();

    [Fact]
    public async Task Request_WithTheUsersSession_IsServedAndRemembered()
    {
        var session = Open("1");
        var before = Ulp.App.Requests;

        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/api/v1/users/1", session)).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(Locations, session)).Status);
        Assert.Equal(before + 1, Ulp.App.Requests);

        Ulp.Sessions.Remove(session);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(Locations, session)).Status);
        world.Host.Clock.Advance(TimeSpan.FromSeconds(30));
        AttackTests.AssertRefused(await GetAsync(Locations, session));
        Assert.Equal(before + 2, Ulp.App.Requests);
    }

    [Theory]
    [InlineData("another user's")]
    [InlineData("ended")]
    [InlineData("unknown")]
    [InlineData("empty")]
    [InlineData("no session")]
    [InlineData("no text")]
    [InlineData("an ID token's place")]
    public async Task Request_WithAnythingElse_IsRefusedAsAnyBadToken(string what)
    {
        JsonNode? session = what switch
        {
            "another user's" => Open("2"),
            "ended" => Open("1", Now.ToUnixTimeSeconds() - 1),
            "unknown" => "unknown",
            "empty" => "",
            "no text" => new JsonObject { ["session"] = Open("1") },
            _ => null,
        };

        AttackTests.AssertRefused(await GetAsync(Locations, session, ("oidc", what == "an ID token's place" ? Open("1") : null)));
    }

    [Fact]
    public async Task Write_WithAnothersSession_HasNoEffect()
    {
        var (draft, key) = (Drafts.Payoff(), Guid.NewGuid().ToString());
        var (own, anothers) = (Open("1"), Open("2"));
        async Task<Answer> PostAsync(string session)
        {
            using var caller = world.Host.CreateBearer(Token("1", ("ulp_session", session)));
            return await caller.PostAnswerAsync("/api/v1/payoffs", draft, ("Idempotency-Key", key));
        }

        AttackTests.AssertRefused(await PostAsync(anothers));
        var created = await PostAsync(own);
        Assert.Equal((HttpStatusCode.Created, null), (created.Status, created.Header("Idempotent-Replayed")));

        AttackTests.AssertRefused(await PostAsync(anothers)); // Not even what is recorded already.
        Assert.Equal("true", (await PostAsync(own)).Header("Idempotent-Replayed"));
    }

    [Fact]
    public async Task Request_ForAUserWhoIsVouchedForAndNotThere_IsForbidden()
    {
        using var caller = world.Host.CreateBearer(Token("nobody", ("ulp_session", Open("nobody"))));
        var answer = await caller.GetAnswerAsync(Locations);

        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("Broken")]
    [InlineData("Hanging")]
    [InlineData("Talking")]
    public async Task Request_WhileUlpDoesNotWork_IsNotNowAndThenServed(string manner)
    {
        var (known, session) = (Open("1"), Open("1"));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(Locations, known)).Status);
        Ulp.App.Manner = Enum.Parse<Manner>(manner);

        AssertNotNow(await GetAsync(Locations, session));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(Locations, known)).Status); // What is remembered holds.
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/api/v1/countries/NA", session)).Status); // It acts for nobody.

        Ulp.App.Manner = Manner.Well;
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(Locations, session)).Status);
    }

    [Fact]
    public async Task Request_WhileUlpIsLeftAlone_IsNotNowAndThenServed()
    {
        world.Host.Clock.Advance(TimeSpan.FromSeconds(20)); // What other tests asked counts no more.
        var session = Open("1");
        Ulp.App.Manner = Manner.Broken;
        var before = Ulp.App.Requests;
        for (var i = 0; i < 12; i++)
        {
            AssertNotNow(await GetAsync(Locations, session));
        }

        Assert.Equal(before + 10, Ulp.App.Requests);
        Ulp.App.Manner = Manner.Well;
        world.Host.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(Locations, session)).Status);
    }

    /// <summary>Nobody is to blame: it is no 401, and says when to come back.</summary>
    internal static void AssertNotNow(Answer answer)
    {
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "user_verification_unavailable"), (answer.Status, answer.Code));
        Assert.Equal("1", answer.Header("Retry-After"));
        Assert.Null(answer.Header("WWW-Authenticate"));
    }

    private string Open(string user, long? expires = null)
    {
        var session = Sensitive.Keep(Guid.NewGuid().ToString());
        Ulp.Sessions[session] = new { active = true, sub = user, exp = expires };
        return session;
    }

    private async Task<Answer> GetAsync(string path, JsonNode? session, params (string Name, JsonNode? Value)[] more)
    {
        using var caller = world.Host.CreateBearer(Token("1", [("ulp_session", session), .. more]));
        return await caller.GetAnswerAsync(path);
    }

    private string Token(string user, params (string Name, JsonNode? Value)[] proof) => new Forge(world.Host.Tests, Now).WithClaims(
        [.. proof, ("request_context", new JsonObject { ["user_id"] = user, ["location_id"] = "1" })]);
}
