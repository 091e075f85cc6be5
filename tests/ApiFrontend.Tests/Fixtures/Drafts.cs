using System.Text.Json.Nodes;

namespace LoApi.ApiFrontend.Tests.Fixtures;

/// <summary>Bodies to create payoffs with.</summary>
internal static class Drafts
{
    /// <summary>A sound draft for a loan of location 1, with members changed, added, or (by null) left out.</summary>
    public static string Payoff(string? loan = null, params (string Member, JsonNode? Value)[] changes)
    {
        var draft = new JsonObject
        {
            ["sba_loan_number"] = loan ?? Loans.Next(),
            ["program"] = "7a",
            ["location_id"] = "1",
            ["amount_type"] = "full",
            ["payoff_date"] = "2027-02-02",
            ["reason"] = "refinance",
            ["contact"] = new JsonObject { ["name"] = "Pat Doe", ["phone"] = "202-555-0100", ["email"] = "pat.doe@example.com" },
        };
        foreach (var (member, value) in changes)
        {
            draft.Remove(member);
            if (value is not null)
            {
                draft[member] = value;
            }
        }

        return draft.ToJsonString();
    }
}
