using System.Buffers.Text;
using System.Net;
using System.Text.Json;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Pruning;
using LoApi.Storage.Tokens;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.ApiFrontend.Tests.Idempotency;

/// <summary>What is left of writes after days, on a clock that the test puts on, and after a restart.</summary>
public abstract class PruningTests : IAsyncLifetime
{
    private const string Payoffs = "/api/v1/payoffs";

    private static readonly TimeSpan AlmostADay = TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    private string? _connectionString;

    protected abstract string Provider { get; }

    public async Task InitializeAsync() => _connectionString = await CreateDatabaseAsync();

    public Task DisposeAsync() => DropDatabaseAsync();

    [Fact]
    public async Task Post_OfAResourceThatWasDeleted_IsReplayedForADayAndRefusedAfterwards()
    {
        var (draft, key) = (ResourceDrafts.Draft(), ResourceDrafts.NewKey());
        TestClient signer;
        await using (var host = await StartAsync())
        {
            signer = host.Tests;
            using var client = host.CreateClientOf(host, "1", "1");
            var created = await client.PostResourceAsync(draft, key);
            Assert.Equal(HttpStatusCode.Created, created.Status);
            var path = $"{ResourceDrafts.ResourcePath}/{created.Json.GetProperty("id").GetString()}";
            Assert.Equal(HttpStatusCode.OK, (await client.DeleteAnswerAsync(path, "\"1\"", ("Idempotency-Key", $"{key}-end"))).Status);

            host.Clock.Advance(AlmostADay);
            await PruneAsync(host);
            var repeat = await client.PostResourceAsync(draft, key);
            Assert.Equal((HttpStatusCode.Created, "true", created.Text), (repeat.Status, repeat.Header("Idempotent-Replayed"), repeat.Text));

            host.Clock.Advance(FiveMinutes);
            await PruneAsync(host);
            await AssertRefusedAsync(client, draft, key);
            var deletion = await client.DeleteAnswerAsync(path, "\"1\"", ("Idempotency-Key", $"{key}-end"));
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency_key_reused"), (deletion.Status, deletion.Code));
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAnswerAsync(path)).Status);
        }

        await using var restarted = await StartAsync();
        restarted.Clock.Advance(TimeSpan.FromDays(300));
        await PruneAsync(restarted);
        foreach (var repeated in new[] { draft, ResourceDrafts.Draft() })
        {
            using var later = restarted.CreateBearer(signer.Sign(clock: restarted.Clock));
            await AssertRefusedAsync(later, repeated, key);
        }
    }

    [Fact]
    public async Task Post_OfAPayoff_IsRefusedAfterADayAndAfterItsTombstoneIsGone()
    {
        await using var host = await StartAsync();
        using var client = host.CreateClientOf(host, "1", "1");
        var (loan, key) = (Loans.Next(), ResourceDrafts.NewKey());
        var draft = Drafts.Payoff(loan);
        Assert.Equal(HttpStatusCode.Created, (await client.PostAnswerAsync(Payoffs, draft, ("Idempotency-Key", key))).Status);
        foreach (var age in new[] { TimeSpan.FromDays(1), TimeSpan.FromDays(401) })
        {
            host.Clock.Advance(age + FiveMinutes);
            await PruneAsync(host);
            var repeat = await client.PostAnswerAsync(Payoffs, draft, ("Idempotency-Key", key));
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency_key_reused"), (repeat.Status, repeat.Code));
        }

        var page = await client.GetAnswerAsync($"{Payoffs}?sba_loan_number={loan}");
        Assert.Single(page.Json.GetProperty("data").EnumerateArray());
    }

    [Fact]
    public async Task Patch_WithAKeyThatWasPruned_IsRefusedAndChangesNothing()
    {
        await using var host = await StartAsync();
        using var client = host.CreateClientOf(host, "1", "1");
        var (path, _) = await client.CreateResourceAsync();
        var key = ResourceDrafts.NewKey();
        Assert.Equal(HttpStatusCode.OK, (await client.PatchAnswerAsync(path, "\"1\"", ResourceDrafts.Patch, ("Idempotency-Key", key))).Status);
        host.Clock.Advance(AlmostADay + FiveMinutes);
        await PruneAsync(host);
        foreach (var ifMatch in new[] { "\"1\"", "\"2\"", "*" })
        {
            var repeat = await client.PatchAnswerAsync(path, ifMatch, ResourceDrafts.Patch, ("Idempotency-Key", key));
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency_key_reused"), (repeat.Status, repeat.Code));
        }

        Assert.Equal("\"2\"", (await client.GetAnswerAsync(path)).Header("ETag"));
    }

    [Fact]
    public async Task Prune_OfTokens_WaitsUntilNoFrontEndAcceptsThem()
    {
        await using var host = await StartAsync();
        var token = host.Tests.Sign("1", "1", host.Clock);
        var claims = JsonElement.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]));
        var tokenId = claims.GetProperty("jti").GetString()!;
        using var bearer = host.CreateBearer(token);
        Assert.Equal(HttpStatusCode.Created, (await bearer.PostResourceAsync(ResourceDrafts.Draft())).Status);

        host.Clock.Advance(TimeSpan.FromSeconds(329)); // Five minutes, and the skew but one second.
        await PruneAsync(host);
        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_token"), await PostAsync());
        Assert.NotNull(await FindAsync());

        host.Clock.Advance(TimeSpan.FromSeconds(62));
        await PruneAsync(host);
        Assert.Null(await FindAsync());
        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_token"), await PostAsync());

        async Task<(HttpStatusCode Status, string? Code)> PostAsync()
        {
            var answer = await bearer.PostResourceAsync(ResourceDrafts.Draft());
            return (answer.Status, answer.Code);
        }

        Task<string?> FindAsync() => host.Services.GetRequiredService<SpentTokenRepository>().FindWriteAsync(host.Tests.Client.Id, tokenId);
    }

    protected abstract Task<string> CreateDatabaseAsync();

    protected abstract Task DropDatabaseAsync();

    private static async Task AssertRefusedAsync(HttpClient client, string draft, string key)
    {
        var refused = await client.PostResourceAsync(draft, key);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency_key_reused"), (refused.Status, refused.Code));
    }

    private static async Task PruneAsync(ApiHost host)
    {
        var grain = host.Services.GetRequiredService<IGrainFactory>().GetGrain<IPruningGrain>(0);
        while (await grain.PruneAsync())
        {
        }
    }

    private async Task<ApiHost> StartAsync()
    {
        var host = new SteppedApiHost(Provider, _connectionString!);
        await host.InitializeAsync();
        return host;
    }
}
