using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Fixtures;
using LoApi.Grains;
using LoApi.Payoffs;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.ApiFrontend.Tests.Payoffs;

/// <summary>
/// The sweep over a database of its own, by a second service that starts on the evening of the day on which the payoffs
/// that the first one took are due.
/// </summary>
public abstract class PayoffExpiryTests(ApiHost host) : IAsyncLifetime
{
    private const string Path = "/api/v1/payoffs";

    // Tuesday, 2027-02-02, 23:59:30 in New York, and Wednesday already in UTC.
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2027, 2, 3, 4, 59, 30, TimeSpan.Zero));

    private readonly LoopbackPort _siloPort = LoopbackPort.Take();

    public Task InitializeAsync() => host.InitializeAsync();

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        _siloPort.Dispose();
    }

    [Fact]
    public async Task Sweep_DayAfterThePayoffDate_ExpiresWhatAwaitsMoney()
    {
        using var client = host.CreateClient("1", "1");
        var paths = new Dictionary<string, string>
        {
            ["received"] = await CreateAsync(client),
            ["scheduled"] = await CreateAsync(client, "scheduled"),
            ["quoted"] = await CreateAsync(client, "scheduled", "quoted"),
            ["funded"] = await CreateAsync(client, "scheduled", "quoted", "funded"),
            ["cancelled"] = await CreateAsync(client, "cancelled"),
        };
        var later = await CreateForAsync(client, "2027-02-03", Loans.Next());

        // Restarted late, as it were: rounds of two, so that the sweep needs several.
        await using var restarted = Restart(("Payoffs:ExpiryBatch", "2"));
        using var after = ClientOf(restarted);
        var sweep = restarted.Services.GetRequiredService<IGrainFactory>().GetGrain<IPayoffExpiryGrain>(0);
        Assert.False(await sweep.SweepAsync());
        foreach (var (status, path) in paths)
        {
            Assert.Equal(status, await StatusAsync(after, path));
        }

        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(await sweep.SweepAsync());
        Assert.False(await sweep.SweepAsync());
        foreach (var (status, path) in paths)
        {
            Assert.Equal(status is "funded" or "cancelled" ? status : "expired", await StatusAsync(after, path));
        }

        Assert.Equal("received", await StatusAsync(after, later));
        var expired = await after.GetAnswerAsync(paths["scheduled"]);
        Assert.Equal("\"3\"", expired.Header("ETag"));
        Assert.Equal("2027-02-03T05:00:00.000000Z", expired.Json.GetProperty("updated_at").GetString());
    }

    [Fact]
    public async Task Sweep_Schedule_RunsByItselfAndFreesTheLoan()
    {
        using var client = host.CreateClient("1", "1");
        var loan = Loans.Next();
        var path = await CreateForAsync(client, "2027-02-02", loan);

        await using var restarted = Restart();
        using var after = ClientOf(restarted);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await StatusAsync(after, path) != "expired")
        {
            patience.Token.ThrowIfCancellationRequested();
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        var next = Drafts.Payoff(loan, ("payoff_date", "2027-06-01"));
        var created = await after.PostAnswerAsync(Path, next, ("Idempotency-Key", Guid.NewGuid().ToString()));
        Assert.Equal(HttpStatusCode.Created, created.Status);
        var reopened = await after.PatchAnswerAsync(path, "*", """{"status":"received"}""");
        Assert.Equal((HttpStatusCode.Conflict, "invalid_transition"), (reopened.Status, reopened.Code));
    }

    [Fact]
    public async Task ChangePayoff_DateGoneBy_CanStillBeCompletedAndCancelled()
    {
        using var client = host.CreateClient("1", "1");
        var funded = await CreateAsync(client, "scheduled", "quoted", "funded");
        var received = await CreateAsync(client);

        // The evening of the payoff date, which by then is no date in the future any more.
        await using var restarted = Restart();
        using var after = ClientOf(restarted);
        Assert.Equal(HttpStatusCode.OK, (await after.PatchAnswerAsync(funded, "*", """{"status":"completed"}""")).Status);
        Assert.Equal(HttpStatusCode.OK, (await after.PatchAnswerAsync(received, "*", """{"reason":"cash"}""")).Status);
        Assert.Equal(HttpStatusCode.OK, (await after.DeleteAnswerAsync(received, "*")).Status);
    }

    private HttpClient ClientOf(WebApplicationFactory<Program> service) => host.CreateClientOf(service, "1", "1");

    private static async Task<string?> StatusAsync(HttpClient client, string path) =>
        (await client.GetAnswerAsync(path)).Json.GetProperty("status").GetString();

    private static async Task<string> CreateAsync(HttpClient client, params string[] statuses)
    {
        var path = await CreateForAsync(client, "2027-02-02", Loans.Next());
        foreach (var status in statuses)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.PatchAnswerAsync(path, "*", $$"""{"status":"{{status}}"}""")).Status);
        }

        return path;
    }

    private static async Task<string> CreateForAsync(HttpClient client, string date, string loan)
    {
        var created = await client.PostAnswerAsync(
            Path, Drafts.Payoff(loan, ("payoff_date", date)), ("Idempotency-Key", Guid.NewGuid().ToString()));
        Assert.Equal(HttpStatusCode.Created, created.Status);
        return $"{Path}/{created.Json.GetProperty("id").GetString()}";
    }

    private WebApplicationFactory<Program> Restart(params (string Name, string Value)[] settings) =>
        host.WithWebHostBuilder(builder =>
        {
            foreach (var (name, value) in settings)
            {
                builder.UseSetting(name, value);
            }

            builder.UseSetting("Silo:SiloPort", $"{_siloPort.Number}");
            builder.ConfigureTestServices(services => services.AddKeyedSingleton<TimeProvider>(GrainServices.BusinessTime, _clock));
        });
}
