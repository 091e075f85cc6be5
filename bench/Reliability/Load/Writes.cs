using System.Text.Json;
using System.Text.Json.Nodes;
using LoApi.LoadGen.Payoffs;

namespace LoApi.Reliability.Load;

/// <summary>The writes that a run is made of, each with a key of its own.</summary>
/// <param name="run">Begins every key.</param>
/// <param name="payoffDate">Of every payoff.</param>
internal sealed class Writes(string run, DateOnly payoffDate)
{
    public const string Payoffs = "/api/v1/payoffs";

    private int _last;

    public Write Create(string loanNumber) => new(
        NextKey(),
        HttpMethod.Post,
        Payoffs,
        IfMatch: null,
        "application/json",
        JsonSerializer.SerializeToUtf8Bytes(
            NewPayoff.For(new Loan(loanNumber, $"Borrower of {loanNumber}", Bank: ""), locationId: "1", payoffDate), ContractJson.Default.NewPayoff));

    /// <summary>Gives the contact a name that no other write gives.</summary>
    public Write Rename(Guid payoff, string ifMatch)
    {
        var key = NextKey();
        var patch = new JsonObject { ["contact"] = new JsonObject { ["name"] = $"By {key}" } };
        return new(key, HttpMethod.Patch, $"{Payoffs}/{payoff}", ifMatch, "application/merge-patch+json", JsonSerializer.SerializeToUtf8Bytes(patch));
    }

    public Write Cancel(Guid payoff, string ifMatch) =>
        new(NextKey(), HttpMethod.Delete, $"{Payoffs}/{payoff}", ifMatch, MediaType: null, []);

    private string NextKey() => $"{run}-{Interlocked.Increment(ref _last)}";
}
