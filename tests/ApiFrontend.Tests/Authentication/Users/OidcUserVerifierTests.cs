using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Errors;
using LoApi.Fixtures;
using LoApi.Storage.Importing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;

namespace LoApi.ApiFrontend.Tests.Authentication.Users;

/// <summary>The grains of a running service, an identity provider of the test's own, and a clock that the test turns.</summary>
[Collection(ApiCollection.Name)]
public sealed class OidcUserVerifierTests(SqliteApiHost host) : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new();
    private readonly HttpClient _http = new();
    private IdentityProvider? _provider;
    private OidcUserVerifier? _verifier;

    private IdentityProvider Provider => _provider!;

    private DateTimeOffset Now => _clock.GetUtcNow();

    public async Task InitializeAsync()
    {
        _provider = await IdentityProvider.StartAsync();
        await host.Services.GetRequiredService<Importer>().ImportAsync(new ImportSet
        {
            Subjects = [new(Provider.Issuer, "subject-1", "1"), new(Provider.Issuer, "subject-2", "2")],
        });
        var options = Options.Create(new OidcOptions { Issuer = Provider.Issuer });
        _verifier = new(
            new ProviderKeys(new HttpDocumentRetriever(_http) { RequireHttps = false }, options, _clock, NullLogger<ProviderKeys>.Instance),
            new UserVerdictCache(_clock),
            host.Services.GetRequiredService<IGrainFactory>(),
            options,
            _clock,
            NullLogger<OidcUserVerifier>.Instance);
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await Provider.DisposeAsync();
    }

    [Fact]
    public async Task Verify_IdTokenOfTheUser_IsBelievedAndRemembered()
    {
        var idToken = Provider.Sign(Now);

        Assert.Equal("1", await VerifyAsync("1", idToken));
        Assert.Equal("1", await VerifyAsync("1", idToken));

        Assert.Equal(1, Provider.KeyReads);
    }

    [Fact]
    public async Task Verify_NoUserNamed_IsLeftToTheContext()
    {
        var outcome = await _verifier!.VerifyAsync(Tokens.For(Now, user: null), CancellationToken.None);

        Assert.False(outcome.Failed);
        Assert.Null(outcome.Value.UserId);
        Assert.Equal(0, Provider.App.Requests);
    }

    [Theory]
    [InlineData("another user")]
    [InlineData("another issuer")]
    [InlineData("another audience")]
    [InlineData("another party")]
    [InlineData("several audiences and no party")]
    [InlineData("several audiences and another party")]
    [InlineData("no audience")]
    [InlineData("no expiry")]
    [InlineData("expired")]
    [InlineData("not yet valid")]
    [InlineData("unknown subject")]
    [InlineData("no subject")]
    [InlineData("forged signature")]
    [InlineData("public key as secret")]
    [InlineData("no signature")]
    [InlineData("no token")]
    [InlineData("nonsense")]
    [InlineData("no registration")]
    public async Task Verify_IdTokenThatProvesNothing_IsRefusedAsAnyBadToken(string what)
    {
        var user = what == "another user" ? "2" : "1";
        var idToken = what switch
        {
            "another issuer" => Sign("iss", "https://elsewhere.example"),
            "another audience" => Sign("aud", "lx-web"),
            "another party" => Sign("azp", "lx-web"),
            "several audiences and no party" => Sign("aud", new[] { "prepay-web", "lx-web" }),
            "several audiences and another party" => Provider.Sign(Now, claims =>
            {
                claims["aud"] = new[] { "prepay-web", "lx-web" };
                claims["azp"] = "lx-web";
            }),
            "no audience" => Sign("aud", value: null),
            "no expiry" => Sign("exp", value: null),
            "expired" => Sign("exp", Now.ToUnixTimeSeconds() - 30),
            "not yet valid" => Sign("nbf", Now.ToUnixTimeSeconds() + 31),
            "unknown subject" => Sign("sub", "subject-3"),
            "no subject" => Sign("sub", value: null),
            "forged signature" => Provider.Sign(Now, credentials: Provider.ForgedKey()),
            "public key as secret" => Provider.Sign(Now, credentials: Provider.PublicKeyAsSecret()),
            "no signature" => Provider.Sign(Now)[..(Provider.Sign(Now).LastIndexOf('.') + 1)],
            "no token" => null,
            "nonsense" => "nonsense",
            _ => Provider.Sign(Now),
        };

        var outcome = await _verifier!.VerifyAsync(
            Tokens.For(Now, user, idToken, audience: what == "no registration" ? null : "prepay-web"), CancellationToken.None);

        Assert.Equal(new Failure(ProblemCode.InvalidToken, "The bearer token is not accepted."), outcome.Failure);
    }

    [Fact]
    public async Task Verify_SeveralAudiencesAndTheParty_IsBelieved() =>
        Assert.Equal("1", await VerifyAsync("1", Provider.Sign(Now, claims =>
        {
            claims["aud"] = new[] { "prepay-web", "lx-web" };
            claims["azp"] = "prepay-web";
        })));

    [Fact]
    public async Task Verify_RememberedIdToken_EndsWithTheToken()
    {
        var idToken = Sign("exp", Now.ToUnixTimeSeconds() + 10);
        Assert.Equal("1", await VerifyAsync("1", idToken));

        _clock.Advance(TimeSpan.FromSeconds(39)); // The skew is in it.
        Assert.Equal("1", await VerifyAsync("1", idToken));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(ProblemCode.InvalidToken, await VerifyAsync("1", idToken));
    }

    [Fact]
    public async Task Verify_RememberedIdToken_ByAClientOfAnotherRegistration_IsRefused()
    {
        var idToken = Provider.Sign(Now);
        Assert.Equal("1", await VerifyAsync("1", idToken));

        var other = await _verifier!.VerifyAsync(Tokens.For(Now, "1", idToken, audience: "lx-web"), CancellationToken.None);

        Assert.Equal(ProblemCode.InvalidToken, other.Failure!.Code);
    }

    [Fact]
    public async Task Verify_AfterARotation_ReadsTheKeysOnce()
    {
        Assert.Equal("1", await VerifyAsync("1", Provider.Sign(Now)));
        _clock.Advance(TimeSpan.FromSeconds(10));
        Provider.Rotate(keepOld: true);

        var users = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => VerifyAsync("1", Sign("jti", $"{i}"))));

        Assert.All(users, user => Assert.Equal("1", user));
        Assert.Equal(2, Provider.KeyReads);
    }

    [Fact]
    public async Task Verify_UnknownKeys_ReadTheKeysNoMoreOftenThanTheInterval()
    {
        Assert.Equal("1", await VerifyAsync("1", Provider.Sign(Now)));
        await using var stranger = await IdentityProvider.StartAsync();
        string Strange() => stranger.Sign(Now, claims => claims["iss"] = Provider.Issuer);

        for (var second = 0; second < 30; second++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(ProblemCode.InvalidToken, await VerifyAsync("1", Strange()));
        }

        Assert.Equal(1 + 3, Provider.KeyReads);
    }

    [Fact]
    public async Task Verify_KeyThatWasWithdrawn_IsRefusedOnceTheKeysAreOld()
    {
        var before = Sign("exp", Now.AddDays(2).ToUnixTimeSeconds());
        Assert.Equal("1", await VerifyAsync("1", before));
        Provider.Rotate(keepOld: false);

        _clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal("1", await VerifyAsync("1", before));
        Assert.Equal(1, Provider.KeyReads);
        _clock.Advance(TimeSpan.FromMinutes(31)); // Nobody has asked for anything since, so nothing was read beside it.

        Assert.Equal(ProblemCode.InvalidToken, await VerifyAsync("1", before));
    }

    [Fact]
    public async Task Verify_KeysOfHalfTheirAge_AreReadAgainWhileTheOldOnesServe()
    {
        var credentials = Provider.Credentials;
        string Another() => Provider.Sign(Now, claims => claims["jti"] = $"{Guid.NewGuid()}", credentials); // Not remembered.
        Assert.Equal("1", await VerifyAsync("1", Another()));
        Provider.Rotate(keepOld: false);
        Provider.App.Manner = Manner.Hanging;
        var requests = Provider.App.Requests;

        _clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("1", await VerifyAsync("1", Another())); // It does not wait for the provider, which hangs.
        await UntilAsync(() => Provider.App.Requests > requests && _clock.Timers > 0);
        Provider.App.Manner = Manner.Well;
        _clock.Advance(TimeSpan.FromSeconds(10)); // The reading that hangs is given up, and another may begin.

        while (await VerifyAsync("1", Another()) == "1")
        {
            await Task.Yield();
        }

        Assert.Equal(2, Provider.KeyReads);
    }

    [Fact]
    public async Task Verify_ProviderThatHangsWhenTheKeysAreOld_HoldsUpOneReadingOnly()
    {
        var before = Sign("exp", Now.AddDays(2).ToUnixTimeSeconds());
        string Another() => Provider.Sign(Now, claims => claims["jti"] = $"{Guid.NewGuid()}"); // Not remembered.
        Assert.Equal("1", await VerifyAsync("1", before));
        Provider.App.Manner = Manner.Hanging;
        var requests = Provider.App.Requests;
        _clock.Advance(TimeSpan.FromMinutes(61));

        var first = VerifyAsync("1", before);
        await UntilAsync(() => Provider.App.Requests > requests && _clock.Timers > 0);
        Assert.False(first.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("1", await first);

        for (var i = 0; i < 5; i++)
        {
            requests = Provider.App.Requests;
            _clock.Advance(TimeSpan.FromSeconds(10)); // The reading is given up, and another may begin.
            while (Provider.App.Requests == requests || _clock.Timers == 0)
            {
                Assert.Equal("1", await VerifyAsync("1", Another())); // It waits for none.
            }
        }
    }

    [Fact]
    public async Task Verify_KeyWithdrawnAfterAReadingThatFailedLongAgo_IsRefusedAtOnce()
    {
        var before = Sign("exp", Now.AddDays(2).ToUnixTimeSeconds());
        Assert.Equal("1", await VerifyAsync("1", before));
        Provider.App.Manner = Manner.Broken;
        _clock.Advance(TimeSpan.FromMinutes(60)); // It waits for the reading, which fails.
        Assert.Equal("1", await VerifyAsync("1", before));
        Provider.App.Manner = Manner.Well;
        Provider.Rotate(keepOld: false);

        _clock.Advance(TimeSpan.FromHours(2)); // Nobody has asked for anything since.

        Assert.Equal(ProblemCode.InvalidToken, await VerifyAsync("1", before));
    }

    [Fact]
    public async Task Verify_UnknownKeyWhileTheProviderIsAway_IsNotNow()
    {
        Assert.Equal("1", await VerifyAsync("1", Provider.Sign(Now)));
        Provider.Rotate(keepOld: true);
        Provider.App.Manner = Manner.Broken;
        _clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(ProblemCode.UserVerificationUnavailable, await VerifyAsync("1", Provider.Sign(Now)));
        Provider.App.Manner = Manner.Well;
        Assert.Equal(ProblemCode.UserVerificationUnavailable, await VerifyAsync("1", Provider.Sign(Now))); // It was tried a moment ago.
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("1", await VerifyAsync("1", Provider.Sign(Now)));
    }

    [Theory]
    [InlineData("exp", 253_402_300_799)]
    [InlineData("exp", 1_000_000_000_000_000_000)]
    [InlineData("nbf", -62_135_596_800)]
    public async Task Verify_IdTokenAtTheEndsOfTime_IsBelieved(string claim, long seconds) =>
        Assert.Equal("1", await VerifyAsync("1", Sign(claim, seconds)));

    [Theory]
    [InlineData("Broken")]
    [InlineData("Talking")]
    public async Task Verify_ProviderThatDoesNotWork_IsNotNow(string manner)
    {
        Provider.App.Manner = Enum.Parse<Manner>(manner);

        Assert.Equal(ProblemCode.UserVerificationUnavailable, await VerifyAsync("1", Provider.Sign(Now)));

        Provider.App.Manner = Manner.Well;
        Assert.Equal(ProblemCode.UserVerificationUnavailable, await VerifyAsync("1", Provider.Sign(Now)));
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("1", await VerifyAsync("1", Provider.Sign(Now)));
    }

    [Fact]
    public async Task Verify_ProviderThatNamesAnotherIssuer_IsNotNow()
    {
        Provider.NamedIssuer = "https://elsewhere.example";

        Assert.Equal(ProblemCode.UserVerificationUnavailable, await VerifyAsync("1", Provider.Sign(Now)));
    }

    [Fact]
    public async Task Verify_ProviderThatHangs_IsNotNowAfterTheTimeout()
    {
        Provider.App.Manner = Manner.Hanging;

        var verifying = VerifyAsync("1", Provider.Sign(Now));
        await UntilAsync(() => Provider.App.Requests > 0 && _clock.Timers > 0);

        Assert.False(verifying.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(ProblemCode.UserVerificationUnavailable, await verifying);
    }

    [Fact]
    public async Task Verify_ProviderThatWentAway_GoesOnWithTheKeysThatAreKnown()
    {
        Assert.Equal("1", await VerifyAsync("1", Provider.Sign(Now)));
        Provider.App.Manner = Manner.Broken;

        _clock.Advance(TimeSpan.FromHours(11));
        Assert.Equal("1", await VerifyAsync("1", Provider.Sign(Now)));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(ProblemCode.UserVerificationUnavailable, await VerifyAsync("1", Provider.Sign(Now)));
    }

    private static async Task UntilAsync(Func<bool> reached)
    {
        while (!reached())
        {
            await Task.Yield();
        }
    }

    private string Sign(string claim, object? value) => Provider.Sign(Now, claims => claims[claim] = value);

    /// <summary>The user that was verified, or the code of the failure.</summary>
    private async Task<string?> VerifyAsync(string user, string idToken)
    {
        var outcome = await _verifier!.VerifyAsync(Tokens.For(Now, user, idToken), CancellationToken.None);
        return outcome.Failed ? outcome.Failure.Code : outcome.Value.UserId;
    }
}
