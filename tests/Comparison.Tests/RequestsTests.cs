using System.Text;
using LoApi.Comparison.Contenders;
using LoApi.Comparison.Loads;

namespace LoApi.Comparison.Tests;

public sealed class RequestsTests
{
    private static readonly SeededPayoffs Payoffs = new(1_000);

    private readonly Requests _requests = new(new("bench", "bench.1", Convert.ToBase64String(new byte[32]), 1, 1), Payoffs, TimeProvider.System);

    [Fact]
    public void Creations_Twice_NeverTheSameLoanOrKeyOrToken()
    {
        var texts = _requests.Creations(50).Concat(_requests.Creations(50)).Select(Encoding.ASCII.GetString).ToArray();

        Assert.All(["Idempotency-Key: ", "\"sba_loan_number\":\"", "Authorization: "], member =>
            Assert.Equal(100, texts.Select(text => text.Split(member)[1].Split('"', '\r')[0]).Distinct().Count()));
    }

    [Fact]
    public void Reads_OfPayoffs_AskWhoMayReadThem() => Assert.Equal(
        Enumerable.Range(0, 1_000).Select(number => (1 + (number % 200), $"/api/v1/payoffs/{SeededPayoffs.IdOf(number)}")),
        _requests.Reads(Work.Payoff, _ => null));

    [Fact]
    public void Reads_OfUsers_GoOnToTheSecondPageWhereThereIsOne()
    {
        var reads = _requests.Reads(Work.Users, location => location == 1 ? "/second" : null).ToArray();

        Assert.Equal(201, reads.Length);
        Assert.Equal((1, "/second"), reads[1]);
    }
}
