using LoApi.ApiFrontend.Authentication;
using LoApi.Errors;
using LoApi.Fixtures;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Tests.Authentication.Users;

public sealed class UlpUserVerifierTests : IAsyncLifetime, IDisposable
{
    private const string Session = "s3cret-session-of-user-1";

    private readonly FakeTimeProvider _clock = new();
    private readonly CapturedLogs _logs = new(LogLevel.Trace);
    private readonly HttpClient _http = new();
    private Ulp? _ulp;
    private UlpUserVerifier? _verifier;

    // For tests that turn the clock through the pauses while real answers are under way.
    private static UlpOptions Patient => new() { Timeout = TimeSpan.FromSeconds(30), TotalTimeout = TimeSpan.FromSeconds(30) };

    private Ulp Ulp => _ulp!;

    private DateTimeOffset Now => _clock.GetUtcNow();

    public async Task InitializeAsync()
    {
        _ulp = await Ulp.StartAsync();
        Ulp.Sessions[Session] = new { active = true, sub = "1" };
        Use(new UlpOptions());
    }

    public async Task DisposeAsync() => await Ulp.DisposeAsync();

    public void Dispose()
    {
        _http.Dispose();
        _logs.Dispose();
    }

    [Fact]
    public async Task Verify_SessionOfTheUser_IsBelievedAndRemembered()
    {
        Assert.Equal("1", await VerifyAsync("1", Session));
        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal("1", await VerifyAsync("1", Session));
        Assert.Equal(1, Ulp.App.Requests);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Ulp.Sessions.Clear();
        Assert.Equal(ProblemCode.InvalidToken, await VerifyAsync("1", Session));
        Assert.Equal(2, Ulp.App.Requests);
    }

    [Fact]
    public async Task Verify_SessionThatEndsSoon_IsRememberedNoLonger()
    {
        Ulp.Sessions[Session] = new { active = true, sub = 1, exp = Now.ToUnixTimeSeconds() + 10 };
        Assert.Equal("1", await VerifyAsync("1", Session));

        _clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(ProblemCode.InvalidToken, await VerifyAsync("1", Session));
        Assert.Equal(2, Ulp.App.Requests);
    }

    [Theory]
    [InlineData("2", Session)]
    [InlineData("1", "unknown")]
    [InlineData("1", null)]
    public async Task Verify_SessionThatProvesNothing_IsRefusedAsAnyBadToken(string user, string? session)
    {
        var outcome = await _verifier!.VerifyAsync(Tokens.For(Now, user, session: session), CancellationToken.None);

        Assert.Equal(new Failure(ProblemCode.InvalidToken, "The bearer token is not accepted."), outcome.Failure);
    }

    [Fact]
    public async Task Verify_SessionsThatUlpDeclines_AreRefusedAndNotHeldAgainstUlp()
    {
        Ulp.App.Manner = Manner.Declining;
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(ProblemCode.InvalidToken, await VerifyAsync("1", $"odd-{i}"));
        }

        Assert.Equal(20, Ulp.App.Requests); // Each once.
        Ulp.App.Manner = Manner.Well;
        Assert.Equal("1", await VerifyAsync("1", Session));
    }

    [Theory]
    [InlineData(0, "invalid_token")]
    [InlineData(UlpUserVerifier.MaxSessionLength, "1")]
    [InlineData(UlpUserVerifier.MaxSessionLength + 1, "invalid_token")]
    public async Task Verify_SessionOfALength_IsAskedForWithinTheBound(int length, string expected)
    {
        var session = new string('s', length);
        Ulp.Sessions[session] = new { active = true, sub = "1" };

        Assert.Equal(expected, await VerifyAsync("1", session));

        Assert.Equal(expected == "1" ? 1 : 0, Ulp.App.Requests);
    }

    [Fact]
    public async Task Verify_SessionWithNoEnd_IsBelieved()
    {
        Ulp.Sessions[Session] = new { active = true, sub = "1", exp = (long?)null };

        Assert.Equal("1", await VerifyAsync("1", Session));
    }

    [Fact]
    public async Task Verify_SessionThatEndsWithinASecond_IsRememberedUntilThen()
    {
        Ulp.Sessions[Session] = new { active = true, sub = "1", exp = Now.ToUnixTimeSeconds() + 10.5m };
        Assert.Equal("1", await VerifyAsync("1", Session));

        var end = DateTimeOffset.FromUnixTimeSeconds(Now.ToUnixTimeSeconds()).AddSeconds(10.5);
        _clock.Advance(end - Now - TimeSpan.FromTicks(1));
        Assert.Equal("1", await VerifyAsync("1", Session));
        Assert.Equal(1, Ulp.App.Requests);

        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(ProblemCode.InvalidToken, await VerifyAsync("1", Session));
    }

    [Fact]
    public async Task Verify_AnotherMember_NamesTheUser()
    {
        Use(new UlpOptions { UserMember = "loapi_user" });
        Ulp.Sessions[Session] = new { active = true, sub = "9", loapi_user = "1" };

        Assert.Equal("1", await VerifyAsync("1", Session));
    }

    [Theory]
    [InlineData("Broken")]
    [InlineData("Talking")]
    public async Task Verify_UlpThatDoesNotWork_IsTriedAgainAndThenNotNow(string manner)
    {
        Use(Patient);
        Ulp.App.Manner = Enum.Parse<Manner>(manner);

        Assert.Equal(ProblemCode.UserVerificationUnavailable, await WithTimeAsync(VerifyAsync("1", Session)));

        Assert.Equal(3, Ulp.App.Requests);
    }

    [Fact]
    public async Task Verify_UlpThatHangs_IsNotNowAfterItsTime()
    {
        Ulp.App.Manner = Manner.Hanging;
        var started = Now;

        Assert.Equal(ProblemCode.UserVerificationUnavailable, await WithTimeAsync(VerifyAsync("1", Session)));

        Assert.InRange(Now - started, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task Verify_UlpThatFailsOnce_IsBelievedAtTheSecondAttempt()
    {
        Use(Patient);
        Ulp.App.Manner = Manner.Broken;
        var verifying = VerifyAsync("1", Session);
        while (Ulp.App.Requests == 0)
        {
            await Task.Yield();
        }

        Ulp.App.Manner = Manner.Well;

        Assert.Equal("1", await WithTimeAsync(verifying));
    }

    [Fact]
    public async Task Verify_WhereManyAttemptsFailed_LeavesUlpAloneAndComesBack()
    {
        Use(new UlpOptions { Retries = 0 });
        Ulp.App.Manner = Manner.Broken;
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(ProblemCode.UserVerificationUnavailable, await VerifyAsync("1", Session));
        }

        Assert.Equal(10, Ulp.App.Requests);
        Ulp.App.Manner = Manner.Well;
        Assert.Equal(ProblemCode.UserVerificationUnavailable, await VerifyAsync("1", Session));
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("1", await VerifyAsync("1", Session));
    }

    [Fact]
    public async Task Verify_Whatever_LogsNoSession()
    {
        Use(Patient);
        await VerifyAsync("1", Session);
        await VerifyAsync("2", Session);
        Ulp.App.Manner = Manner.Broken;
        await WithTimeAsync(VerifyAsync("1", Session + "2"));

        Assert.NotEmpty(_logs.Entries);
        Assert.All(_logs.Entries, entry => Assert.DoesNotContain("s3cret", $"{entry.Message} {entry.Exception}", StringComparison.Ordinal));
    }

    private void Use(UlpOptions options)
    {
        options.Endpoint = Ulp.App.Address + "/introspect";
        options.Authorization = "Basic bG9hcGk6c2VjcmV0";
        var wrapped = Options.Create(options);
        using var factory = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs));
        _verifier = new(
            new UlpSessions(_http, wrapped, _clock), new UserVerdictCache(_clock), wrapped, _clock, factory.CreateLogger<UlpUserVerifier>());
    }

    /// <summary>Turns the clock until the task ends: pauses and timeouts are its only waits.</summary>
    private async Task<T> WithTimeAsync<T>(Task<T> task)
    {
        while (!task.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(10));
            await Task.WhenAny(task, Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System));
        }

        return await task;
    }

    /// <summary>The user that was verified, or the code of the failure.</summary>
    private async Task<string?> VerifyAsync(string user, string session)
    {
        var outcome = await _verifier!.VerifyAsync(Tokens.For(Now, user, session: session), CancellationToken.None);
        return outcome.Failed ? outcome.Failure.Code : outcome.Value.UserId;
    }
}
