namespace LoApi.Storage.Audit;

/// <summary>What an erasure came to.</summary>
/// <param name="Records">Audit records that lost values.</param>
/// <param name="Answers">Recorded answers that lost values.</param>
public sealed record ErasedData(int Records, int Answers);
