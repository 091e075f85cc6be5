namespace LoApi.ApiFrontend.Limits;

/// <summary>How a request stood with its limit; a feature of the request.</summary>
/// <param name="verdict">What was decided.</param>
/// <param name="remaining">About how many requests were left.</param>
internal sealed class LimitState(Verdict verdict, int? remaining)
{
    /// <summary>Of a request that no limit was asked about.</summary>
    public const string Unlimited = "unlimited";

    /// <summary>Of a request whose client's limit was not known.</summary>
    public static LimitState Unknown { get; } = new(Verdict.Unknown, remaining: null);

    public string Name => verdict.Name;

    public int? Remaining => remaining;
}
