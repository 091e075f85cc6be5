namespace LoApi.ApiFrontend.Authentication;

/// <summary>How a caller shows who it is.</summary>
internal enum AuthenticationMode
{
    /// <summary>
    /// It says so: the client is <c>anonymous</c>, user and location come from the headers <c>X-Dev-User-Id</c> and
    /// <c>X-Dev-Location-Id</c>. For development only.
    /// </summary>
    DevelopmentHeaders,
}
