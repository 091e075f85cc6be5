namespace LoApi.ApiFrontend.Documentation;

/// <summary>
/// <c>/docs</c>: the document to browse and to try out. Everything that the page is made of comes from this service, and
/// its policy lets a browser load and ask nothing else.
/// </summary>
internal static class DocumentationPage
{
    private const string Route = "/docs";

    // The hash is that of the one style element that the page's scripts add.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>From here on <c>/docs</c> and its assets are served; what lies below it and is no asset goes on.</summary>
    public static void UseDocumentationPage(this IApplicationBuilder app)
    {
        app.Use((http, next) =>
        {
            if (IsPart(http.Request.Path))
            {
                http.Response.Headers.ContentSecurityPolicy = Policy;
            }

            return next(http);
        });
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = Route.TrimStart('/');
            page.DocumentTitle = "LoApi";
            page.SwaggerEndpoint("/openapi/v1.json", "LoApi v1");
        });
    }

    // The page and its assets, which lie beside each other; what lies deeper are pages of their own.
    private static bool IsPart(PathString path) =>
        path.StartsWithSegments(Route, StringComparison.OrdinalIgnoreCase, out var rest) && (rest.Value ?? "").LastIndexOf('/') <= 0;
}
