namespace LoApi.ApiFrontend.Limits;

/// <summary>What a limiter says of a request.</summary>
internal enum Verdict
{
    /// <summary>It is within the limit.</summary>
    Admitted,

    /// <summary>It is beyond the limit.</summary>
    Refused,

    /// <summary>Who keeps the limit does not answer.</summary>
    Unknown,
}
