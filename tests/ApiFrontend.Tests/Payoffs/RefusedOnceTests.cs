using System.Net;
using System.Runtime.CompilerServices;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Fixtures;
using LoApi.Storage.Writing;

namespace LoApi.ApiFrontend.Tests.Payoffs;

/// <summary>A payoff that is refused for another one which is no longer open when it is looked for.</summary>
public sealed class RefusedOnceTests : IDisposable
{
    private const string Path = "/api/v1/payoffs";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, HttpStatusCode.Created, null)]
    [InlineData(2, HttpStatusCode.Conflict, "payoff_open")]
    public async Task CreatePayoff_RefusedForNothingThatIsThere_IsWrittenOnceMore(int refusals, HttpStatusCode status, string? code)
    {
        var asked = new StrongBox<int>();
        await using var host = await new ConfiguredApiHost(_folder) { Writer = inner => new Refusing(inner, asked, refusals) }.StartedAsync();
        using var client = host.CreateClient("1", "1");

        var answer = await client.PostAnswerAsync(Path, Drafts.Payoff(Loans.Next()), ("Idempotency-Key", ResourceDrafts.NewKey()));

        Assert.Equal((status, code), (answer.Status, answer.Status == HttpStatusCode.Created ? null : answer.Code));
        Assert.Equal(2, asked.Value);
    }

    /// <summary>Refuses the first new payoffs that it is given.</summary>
    private sealed class Refusing(IChangeWriter inner, StrongBox<int> asked, int refusals) : IChangeWriter
    {
        public Task<WriteResult> WriteAsync(ChangeSet changes) =>
            changes.Changes[0] is PayoffInsert && Interlocked.Increment(ref asked.Value) <= refusals
                ? Task.FromResult(WriteResult.UniqueConflict)
                : inner.WriteAsync(changes);
    }
}
