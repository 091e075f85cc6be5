namespace LoApi.ApiFrontend.Ops;

/// <summary>Whether a request that changes something was made by the page itself and by no other site.</summary>
internal static class SameOrigin
{
    /// <summary>
    /// Browsers say where a request comes from (<c>Sec-Fetch-Site</c>; where they hold the connection for insecure,
    /// <c>Origin</c>), and a page cannot have them say otherwise. Who says nothing is no browser, and has no cookie that
    /// could be abused.
    /// </summary>
    public static bool Holds(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is [{ } site])
        {
            return site == "same-origin";
        }

        return request.Headers.Origin is not [{ } origin] || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority == request.Host.Value);
    }
}
