namespace LoApi.ApiFrontend.Requests;

internal static class RequestExtensions
{
    /// <summary>Stands for a route in the log, and beside it, where none was met.</summary>
    public const string NoRoute = "(none)";

    extension(HttpContext http)
    {
        /// <summary>The id of the request, as in <c>X-Request-Id</c>, the log and problem documents.</summary>
        public string RequestId => http.TraceIdentifier;

        /// <summary>The template of the route, such as <c>/api/v1/payoffs/{id}</c>, as it was mapped; null where no endpoint was met.</summary>
        public string? Route => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
    }

    extension(HttpRequest request)
    {
        /// <summary>Whether it is a GET or a HEAD: nothing is written for it.</summary>
        public bool IsRead => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
    }

    /// <summary>Adds what requests leave in the log.</summary>
    public static void AddRequestLog(this WebApplicationBuilder builder) => builder.Services.AddOptions<RequestLogOptions>()
        .BindConfiguration(RequestLogOptions.Section)
        .Validate(options => options.SampleReads is >= 1 and <= 1_000_000, "RequestLog:SampleReads lies between 1 and 1000000.")
        .ValidateOnStart();

    /// <summary>From here on a request has an id.</summary>
    public static void UseRequestIds(this IApplicationBuilder app) => app.UseMiddleware<RequestIdMiddleware>();

    /// <summary>From here on every request leaves one line in the log.</summary>
    public static void UseRequestLog(this IApplicationBuilder app) => app.UseMiddleware<RequestLogMiddleware>();

    /// <summary>From here on measurements and spans of requests tell client and problem too.</summary>
    public static void UseRequestTelemetry(this IApplicationBuilder app) => app.UseMiddleware<RequestTelemetryMiddleware>();

    /// <summary>From here on every answer tells browsers to do nothing with it but read it.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.UseMiddleware<SecurityHeadersMiddleware>();

    /// <summary>From here on OPTIONS is answered, and a method that is refused told with those that are not.</summary>
    public static void UseAllowedMethods(this IApplicationBuilder app) => app.UseMiddleware<AllowedMethodsMiddleware>();

    /// <summary>From here on the caller reads what the endpoint answers.</summary>
    public static void UseNegotiation(this IApplicationBuilder app) => app.UseMiddleware<NegotiationMiddleware>();

    /// <summary>From here on the caller's address and scheme are those that trusted proxies tell.</summary>
    public static void UseForwardedConnection(this IApplicationBuilder app) => app.UseForwardedHeaders();

    /// <summary>From here on there is no plain HTTP, where that is sent on.</summary>
    public static void UseHttpsRedirect(this IApplicationBuilder app) => app.UseMiddleware<HttpsRedirectMiddleware>();

    /// <summary>From here on a resource is named as the documentation names it.</summary>
    public static void UseCanonicalSpellings(this IApplicationBuilder app) => app.UseMiddleware<SpellingMiddleware>();
}
