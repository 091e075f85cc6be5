using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Fixtures;
using Microsoft.Data.Sqlite;

namespace LoApi.ApiFrontend.Tests.Idempotency;

/// <summary>What a repeat is told while the first attempt is still at work.</summary>
public sealed class RepeatInTimeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("POST")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task Repeat_FirstIsAtWorkForTooLong_IsToldSoAndLaterGetsItsAnswer(string method)
    {
        await using var host = await ConfiguredApiHost.StartAsync(_folder, ("Idempotency:WaitForFirst", "00:00:00.05"));
        using var client = host.CreateClient("1", "1");
        var key = ResourceDrafts.NewKey();
        var draft = Drafts.Payoff();
        var (path, _) = await client.CreateResourceAsync();
        var write = () => method switch
        {
            "POST" => client.PostAnswerAsync("/api/v1/payoffs", draft, ("Idempotency-Key", key)),
            "PATCH" => client.PatchAnswerAsync(path, "\"1\"", ResourceDrafts.Patch, ("Idempotency-Key", key)),
            _ => client.DeleteAnswerAsync(path, "\"1\"", ("Idempotency-Key", key)),
        };

        Task<Answer> first, told;
        await using (var other = new SqliteConnection($"Data Source={_folder.File("loapi.db")};Pooling=False"))
        {
            await other.OpenAsync();
            await using var writer = other.BeginTransaction(deferred: false); // Nobody else can commit.
            Task<Answer>[] attempts = [write(), write()];
            told = await Task.WhenAny(attempts);
            first = attempts.Single(attempt => attempt != told);
            Assert.Equal(
                (HttpStatusCode.Conflict, "request_in_progress", "1"), ((await told).Status, (await told).Code, (await told).Header("Retry-After")));
            Assert.False(first.IsCompleted);
        }

        var answer = await first;
        Assert.True(answer.Message.IsSuccessStatusCode, answer.Text);
        Answer repeat;
        do
        {
            repeat = await write(); // The attempt that was told so is still at work itself, for a moment.
        }
        while (repeat.Status == HttpStatusCode.Conflict);

        Assert.Equal((answer.Status, answer.Text, "true"), (repeat.Status, repeat.Text, repeat.Header("Idempotent-Replayed")));
    }

    [Fact]
    public async Task Repeat_OfWriteThatIsSlowItself_WaitsForIt()
    {
        await using var host = await ConfiguredApiHost.StartAsync(_folder, ("Idempotency:WaitForFirst", "00:00:00.01"));
        using var client = host.CreateClient("1", "1");
        await client.CreateResourceAsync(); // What is known of the client by then needs no database.
        Task<Answer> first, other;
        await using (var blocker = new SqliteConnection($"Data Source={_folder.File("loapi.db")};Pooling=False"))
        {
            await blocker.OpenAsync();
            await using var writer = blocker.BeginTransaction(deferred: false);
            first = client.PostAnswerAsync("/api/v1/payoffs", Drafts.Payoff(), ("Idempotency-Key", ResourceDrafts.NewKey()));
            other = client.PostAnswerAsync("/api/v1/payoffs", Drafts.Payoff(), ("Idempotency-Key", ResourceDrafts.NewKey()));
            for (var i = 0; i < 20; i++)
            {
                Assert.Equal(HttpStatusCode.OK, (await client.GetAnswerAsync("/api/v1/payoffs")).Status);
            }

            foreach (var write in new[] { first, other })
            {
                Assert.False(write.IsCompleted, write.IsCompleted ? (await write).Text : "");
            }
        }

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Created], [(await first).Status, (await other).Status]);
    }
}
