namespace LoApi.Reliability.Databases;

/// <summary>What a row of PAYOFF says, as far as writes of a run change it.</summary>
internal sealed record StoredPayoff(Guid Id, string LoanNumber, string Status, string ContactName, long Version);
