namespace LoApi.ApiFrontend.Authentication;

/// <summary>How a caller shows who it is.</summary>
internal enum AuthenticationMode
{
    /// <summary>By a bearer token that it has signed with a key of its own.</summary>
    Token,

    /// <summary>
    /// It says so: the client is <c>anonymous</c> with every scope, user and location come from the headers
    /// <c>X-Dev-User-Id</c> and <c>X-Dev-Location-Id</c>. For development only, to measure without authentication.
    /// </summary>
    DevelopmentHeaders,
}
