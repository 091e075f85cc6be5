namespace LoApi.ApiFrontend.Tests.Authentication.Users;

/// <summary>How somebody else's service behaves.</summary>
internal enum Manner
{
    /// <summary>As it should.</summary>
    Well,

    /// <summary>It answers 500.</summary>
    Broken,

    /// <summary>It answers 400.</summary>
    Declining,

    /// <summary>It takes requests and never answers.</summary>
    Hanging,

    /// <summary>It answers 200, and nonsense.</summary>
    Talking,
}
