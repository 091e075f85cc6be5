using System.Text.Json.Nodes;

namespace LoApi.LoadGen.Tests;

/// <summary>A <c>POST /payoffs</c> as it came in.</summary>
internal sealed record ReceivedPayoff(string Key, string UserId, string LocationId, string ContentType, string Protocol, JsonObject Body)
{
    public string Loan => (string)Body["sba_loan_number"]!;
}
