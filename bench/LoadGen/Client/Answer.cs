namespace LoApi.LoadGen.Client;

/// <summary>What came back for a request, after its retries.</summary>
/// <param name="Status">The last HTTP status; 0 when no complete answer came.</param>
/// <param name="Reason">Why it was no success; empty when it was one.</param>
/// <param name="Replayed">The answer is the stored one of an earlier request with the same idempotency key.</param>
/// <param name="Retries">How often the request was sent again.</param>
internal readonly record struct Answer(int Status, string Reason, bool Replayed, int Retries)
{
    public bool IsSuccess => Status is >= 200 and < 300;
}
