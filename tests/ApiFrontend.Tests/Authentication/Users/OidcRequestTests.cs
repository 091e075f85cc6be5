using System.Net;
using System.Text.Json.Nodes;
using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Authentication.Users;

/// <summary>Requests to a service whose users an identity provider vouches for, from the socket to the answer.</summary>
public sealed class OidcRequestTests(OidcWorld world) : IClassFixture<OidcWorld>
{
    private const string Locations = "/api/v1/locations";

    private IdentityProvider Provider => world.Provider;

    private DateTimeOffset Now => world.Host.Clock.GetUtcNow();

    [Fact]
    public async Task Request_WithTheUsersIdToken_IsServedAsThatUser()
    {
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/api/v1/users/1", Provider.Sign(Now))).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/api/v1/users/2", Sign("sub", "subject-2"), user: "2")).Status);
    }

    [Theory]
    [InlineData("another user's")]
    [InlineData("expired")]
    [InlineData("another audience")]
    [InlineData("another party")]
    [InlineData("another issuer")]
    [InlineData("unknown subject")]
    [InlineData("subject of nobody's user")]
    [InlineData("forged")]
    [InlineData("public key as secret")]
    [InlineData("no ID token")]
    [InlineData("no text")]
    public async Task Request_WithAnythingElse_IsRefusedAsAnyBadToken(string what)
    {
        JsonNode? proof = what switch
        {
            "another user's" => Sign("sub", "subject-2"),
            "expired" => Sign("exp", Now.ToUnixTimeSeconds() - 31),
            "another audience" => Sign("aud", "lx-web"),
            "another party" => Sign("azp", "lx-web"),
            "another issuer" => Sign("iss", "https://elsewhere.example"),
            "unknown subject" => Sign("sub", "subject-3"),
            "subject of nobody's user" => Sign("sub", "subject-gone"),
            "forged" => Provider.Sign(Now, credentials: Provider.ForgedKey()),
            "public key as secret" => Provider.Sign(Now, credentials: Provider.PublicKeyAsSecret()),
            "no ID token" => null,
            _ => new JsonObject { ["id_token"] = Provider.Sign(Now) },
        };

        AttackTests.AssertRefused(await GetAsync(Locations, proof));
    }

    [Fact]
    public async Task Request_ByAnotherClientWithTheSameIdToken_IsRefused()
    {
        var idToken = Provider.Sign(Now);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(Locations, idToken)).Status);

        AttackTests.AssertRefused(await GetAsync(Locations, idToken, client: world.Lx));
        AttackTests.AssertRefused(await GetAsync(Locations, idToken, client: world.Host.Tests)); // It has no registration.
    }

    [Fact]
    public async Task Request_ForAUserWhoIsVouchedForAndNotThere_IsForbidden()
    {
        var answer = await GetAsync(Locations, Sign("sub", "subject-gone"), user: "nobody");

        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Write_WithAnothersIdToken_HasNoEffect()
    {
        var (draft, key) = (Drafts.Payoff(), Guid.NewGuid().ToString());

        AttackTests.AssertRefused(await PostPayoffAsync(draft, key, Sign("sub", "subject-2"), "1"));
        AttackTests.AssertRefused(await PostPayoffAsync(draft, key, null, "1"));
        var elsewhere = await PostPayoffAsync(draft, key, Provider.Sign(Now), "9999999");
        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), (elsewhere.Status, elsewhere.Code));

        var created = await PostPayoffAsync(draft, key, Provider.Sign(Now), "1");
        Assert.Equal((HttpStatusCode.Created, null), (created.Status, created.Header("Idempotent-Replayed")));
        Assert.Equal("1", created.Json.GetProperty("requested_by").GetString());
    }

    [Theory]
    [InlineData("/api/v1/countries/NA", HttpStatusCode.OK)]
    [InlineData(Locations, HttpStatusCode.Unauthorized)]
    public async Task Request_WithoutProof_IsServedWhereItActsForNobody(string path, HttpStatusCode expected) =>
        Assert.Equal(expected, (await GetAsync(path, proof: null)).Status);

    [Fact]
    public async Task Request_WhoseVerdictIsRemembered_FollowsTheMappingOnceThatIsOld()
    {
        await world.MapAsync("subject-moving", "1");
        var idToken = Provider.Sign(Now, claims =>
        {
            claims["sub"] = "subject-moving";
            claims["exp"] = Now.AddHours(1).ToUnixTimeSeconds();
        });
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(Locations, idToken)).Status);
        var (requests, keyReads) = (Provider.App.Requests, Provider.KeyReads);

        await world.MapAsync("subject-moving", "2");
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(Locations, idToken)).Status);
        world.Host.Clock.Advance(TimeSpan.FromSeconds(30));

        AttackTests.AssertRefused(await GetAsync(Locations, idToken));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(Locations, idToken, user: "2")).Status);
        Assert.Equal((requests, keyReads), (Provider.App.Requests, Provider.KeyReads));
    }

    [Fact]
    public async Task Request_WhenTheProviderChangedItsKeys_IsServedAtOnce()
    {
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(Locations, Provider.Sign(Now))).Status);
        world.Host.Clock.Advance(TimeSpan.FromSeconds(10)); // Since the last reading, whatever read.
        Provider.Rotate(keepOld: true);

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(Locations, Provider.Sign(Now))).Status);
    }

    [Fact]
    public async Task Request_WhileTheProviderIsBrokenAndItsKeysAreTooOld_IsNotNowAndThenServed()
    {
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(Locations, Provider.Sign(Now))).Status);
        Provider.App.Manner = Manner.Broken;

        world.Host.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(Locations, Provider.Sign(Now))).Status);
        world.Host.Clock.Advance(TimeSpan.FromHours(10));
        UlpRequestTests.AssertNotNow(await GetAsync(Locations, Provider.Sign(Now)));

        Provider.App.Manner = Manner.Well;
        world.Host.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(Locations, Provider.Sign(Now))).Status);
    }

    private string Sign(string claim, object? value) => Provider.Sign(Now, claims => claims[claim] = value);

    private async Task<Answer> GetAsync(string path, JsonNode? proof, string user = "1", TestClient? client = null)
    {
        using var caller = world.Host.CreateBearer(Token(client ?? world.Prepay, proof, user, "1"));
        return await caller.GetAnswerAsync(path);
    }

    private async Task<Answer> PostPayoffAsync(string draft, string key, JsonNode? proof, string location)
    {
        using var caller = world.Host.CreateBearer(Token(world.Prepay, proof, "1", location));
        return await caller.PostAnswerAsync("/api/v1/payoffs", draft, ("Idempotency-Key", key));
    }

    private string Token(TestClient client, JsonNode? proof, string user, string location) => new Forge(client, Now).WithClaims(
        ("oidc", proof), ("request_context", new JsonObject { ["user_id"] = user, ["location_id"] = location }));
}
