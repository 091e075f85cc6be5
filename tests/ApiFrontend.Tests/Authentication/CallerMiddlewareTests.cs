using System.Net;
using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Hosting;
using LoApi.ApiFrontend.Limits;
using LoApi.ApiFrontend.Tests.Authentication.Users;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.ApiFrontend.Tests.Limits;
using LoApi.Clients;
using LoApi.Errors;
using LoApi.Fixtures;
using LoApi.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Tests.Authentication;

/// <summary>Who pays for finding out who somebody is, on a clock that stands: addresses and keys may try five times.</summary>
public sealed class CallerMiddlewareTests
{
    private const int Burst = 5;

    private readonly FakeTimeProvider _clock = new();
    private readonly Door _door;
    private readonly CallerMiddleware _middleware;
    private readonly List<Denial> _denied = [];
    private TokenLease _terms = new(Granted: 1, Remaining: 100, TimeSpan.Zero, RateLimit.Default, Daily: null);

    public CallerMiddlewareTests()
    {
        _door = new(_clock);
        var options = Options.Create(new LimitOptions { AddressRate = 1, AddressBurst = Burst });
        var clients = new ClientTokens(
            _ => new CountingSource(_ => Task.FromResult(_terms)), options, _clock, Measures.OfLimits(), NullLogger<ClientTokens>.Instance);
        _middleware = new(
            http =>
            {
                http.Response.StatusCode = StatusCodes.Status204NoContent;
                return Task.CompletedTask;
            },
            _door,
            new RequestLimits(clients, new AddressTokens(options, _clock), Measures.OfLimits(), options),
            new TrustedUserVerifier(),
            new RequestContextVerifier(null!),
            new ListedDenials(_denied),
            _clock);
    }

    [Fact]
    public async Task Strangers_BeyondTheLimitOfTheirAddress_AreNotVerified()
    {
        var answers = await SendAsync("bad", 50);

        Assert.Equal(Enumerable.Repeat(401, Burst).Concat(Enumerable.Repeat(429, 50 - Burst)), answers);
        Assert.Equal(Burst, _door.Verified);
        Assert.Equal(Burst, _denied.Count);
    }

    [Fact]
    public async Task Client_WhoseTokenIsRemembered_GoesOnBesideAFlood()
    {
        await SendAsync("bad", 50);

        Assert.All(await SendAsync("remembered", 50), status => Assert.Equal(204, status));
    }

    [Fact]
    public async Task Client_WhoseTokensAreNew_GoesOnBesideAFloodUnderAKeyThatIsKnown()
    {
        await SendAsync("bad", 50);

        Assert.All(await SendAsync("good known", 50), status => Assert.Equal(204, status));
        Assert.All(await SendAsync("good", 50), status => Assert.Equal(429, status));
    }

    [Fact]
    public async Task Strangers_WhoNameAKeyThatIsKnown_HaveABoundToo()
    {
        var answers = await SendAsync("bad known", 50);

        Assert.Equal(Enumerable.Repeat(401, 2 * Burst).Concat(Enumerable.Repeat(429, 50 - (2 * Burst))), answers);
        Assert.Equal(2 * Burst, _door.Verified);
        Assert.Equal([204], await SendAsync("good known", 1, "192.0.2.8")); // From elsewhere.
    }

    [Fact]
    public async Task Client_WithinItsLimit_CostsItsAddressNothing()
    {
        Assert.All(await SendAsync("good", 50), status => Assert.Equal(204, status));

        Assert.Equal(Burst, (await SendAsync("bad", 50)).Count(status => status == 401));
    }

    [Fact]
    public async Task Verification_UnderWay_HoldsWhatWasPaidUntilItEnds()
    {
        _door.Gate = new();
        var under = Enumerable.Range(0, Burst).Select(_ => SendAsync("good", 1)).ToList();
        Assert.Equal([429], await SendAsync("good", 1));

        _door.Gate.SetResult();
        Assert.All(await Task.WhenAll(under), statuses => Assert.Equal([204], statuses));
        Assert.Equal([204], await SendAsync("good", 1));
    }

    [Fact]
    public async Task Verification_ThatEndsInAnyOrder_GivesBackToWhoPaid()
    {
        _door.Gate = new();
        var byAddress = Enumerable.Range(0, Burst).Select(_ => SendAsync("bad", 1)).ToList();
        var byKey = Enumerable.Range(0, Burst).Select(_ => SendAsync("good known", 1)).ToList();
        Assert.Equal([429], await SendAsync("good known", 1));

        _door.Gate.SetResult();
        Assert.All(await Task.WhenAll(byKey), statuses => Assert.Equal([204], statuses));
        Assert.All(await Task.WhenAll(byAddress), statuses => Assert.Equal([401], statuses));
        Assert.Equal([429], await SendAsync("good", 1));       // The address paid for what was bad.
        Assert.Equal([204], await SendAsync("good known", 1)); // The key for nothing.
    }

    [Fact]
    public async Task Verification_ThatThrows_IsChargedToTheAddress()
    {
        for (var i = 0; i < Burst; i++)
        {
            await Assert.ThrowsAsync<DatabaseUnavailableException>(() => SendAsync("failing", 1));
        }

        Assert.All(await SendAsync("failing", 3), status => Assert.Equal(429, status));
        Assert.Equal([429], await SendAsync("bad", 1));
    }

    [Fact]
    public async Task Verification_ThatThrowsThoughTheTokenIsRemembered_CostsTheAddressNothing()
    {
        for (var i = 0; i < 50; i++)
        {
            await Assert.ThrowsAsync<DatabaseUnavailableException>(() => SendAsync("remembered failing", 1));
        }

        Assert.Equal(Burst, (await SendAsync("bad", 50)).Count(status => status == 401));
        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => SendAsync("remembered failing", 1)); // And is not stopped with it.
    }

    [Fact]
    public async Task Client_BeyondItsLimit_FillsNoCache()
    {
        await SendAsync("good", 3);
        Assert.Equal(3, _door.Remembered);

        _terms = _terms with { Granted = 0, RetryAfter = TimeSpan.FromSeconds(1) };
        Assert.All(await SendAsync("good", 3), status => Assert.Equal(429, status));
        Assert.Equal(3, _door.Remembered);
    }

    [Fact]
    public async Task Answers_ToWhomever_SayHowTheLimitThatCountedStands()
    {
        Assert.Equal("\"default\";r=4;t=1", (await SendOneAsync("bad", "192.0.2.7")).Headers["RateLimit"]);
        Assert.Equal("\"default\";r=100;t=1", (await SendOneAsync("good", "192.0.2.7")).Headers["RateLimit"]);
        await SendAsync("bad", 4);
        var byKey = await SendOneAsync("bad known", "192.0.2.7");
        Assert.Equal((401, "\"default\";r=0;t=5"), (byKey.StatusCode, byKey.Headers["RateLimit"].ToString()));
        Assert.Equal(0, byKey.Headers.RetryAfter.Count);
    }

    private async Task<IReadOnlyList<int>> SendAsync(string token, int times, string address = "192.0.2.7")
    {
        var statuses = new int[times];
        for (var i = 0; i < times; i++)
        {
            statuses[i] = (await SendOneAsync(token, address)).StatusCode;
        }

        return statuses;
    }

    private async Task<HttpResponse> SendOneAsync(string token, string address)
    {
        var http = new DefaultHttpContext
        {
            Request = { Method = "GET", Path = "/api/v1/countries/NA", Headers = { Authorization = token } },
            Connection = { RemoteIpAddress = IPAddress.Parse(address) },
            RequestServices = new ServiceCollection()
                .AddSingleton(Options.Create(new HttpServerOptions { PublicBaseUrl = "https://loapi.example.gov" }))
                .BuildServiceProvider(),
        };
        http.SetEndpoint(new Endpoint(requestDelegate: null, new EndpointMetadataCollection(new Access(ClientScope.ReferenceRead, ActsFor.Nobody)), "test"));
        await _middleware.InvokeAsync(http);
        return http.Response;
    }

    /// <summary>Tells from a token's words what it is; holds verifications where the test says so.</summary>
    private sealed class Door(TimeProvider clock) : IClientAuthenticator
    {
        private readonly TokenBucket _attempts = new(new(1, Burst), clock);
        private readonly VerifiedToken _token = Tokens.For(clock.GetUtcNow(), user: null);

        public TaskCompletionSource Gate { get; set; } = Opened();

        public int Verified { get; private set; }

        public int Remembered { get; private set; }

        public Credentials Look(HttpRequest request)
        {
            var text = request.Headers.Authorization.ToString();
            return new(Settled: null, new PresentedToken(text, default, Has(text, "remembered") ? _token.Claims : null));
        }

        public TokenBucket? AttemptsOf(Credentials credentials) => Has(credentials.Token!.Text, "known") ? _attempts : null;

        public async ValueTask<Authenticated> VerifyAsync(Credentials credentials, bool forWrite)
        {
            Verified++;
            await Gate.Task;
            var text = credentials.Token!.Text;
            return Has(text, "failing") ? throw new DatabaseUnavailableException()
                : Has(text, "bad") ? new(new Failure(ProblemCode.InvalidToken, "No."))
                : new(new ClientIdentity(_token.Client, UserId: null, LocationId: null, _token));
        }

        public void Remember(Credentials credentials, VerifiedToken verified) => Remembered++;

        private static bool Has(string text, string word) => text.Split(' ').Contains(word, StringComparer.Ordinal);

        private static TaskCompletionSource Opened()
        {
            var gate = new TaskCompletionSource();
            gate.SetResult();
            return gate;
        }
    }

    private sealed class ListedDenials(List<Denial> denied) : IDenials
    {
        public void Report(Denial denial) => denied.Add(denial);
    }
}
