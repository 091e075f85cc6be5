namespace LoApi.ApiFrontend.Limits;

/// <summary>What becomes of a request whose limit cannot be checked.</summary>
internal enum WhenUnknown
{
    /// <summary>It goes on.</summary>
    Open,

    /// <summary>It is refused with 503 <c>limit_unavailable</c>.</summary>
    Closed,
}
