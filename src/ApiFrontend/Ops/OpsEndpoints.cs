using System.Text.Json;
using LoApi.ApiFrontend.Hosting;
using LoApi.ApiFrontend.Limits;
using LoApi.ApiFrontend.Representations;
using LoApi.Silo.Operations;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Ops;

/// <summary><c>/ops</c>: one page for whoever is on call. Everything on it comes from this service.</summary>
internal static class OpsEndpoints
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const int MaxBody = 1_024;

    /// <summary>Adds the page, who may look at it, and where it is served.</summary>
    public static void AddOps(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<OpsOptions>()
            .BindConfiguration(OpsOptions.Section)
            .Validate(ops => ops.IsListenable, "Ops:Listen is no address with a port, such as http://127.0.0.1:8090.")
            .Validate(
                ops => ops.SessionLifetime >= TimeSpan.FromMinutes(5) && ops.SessionLifetime <= TimeSpan.FromHours(24),
                "Ops:SessionLifetime lies between 00:05:00 and 1.00:00:00.")
            .Validate(
                ops => string.IsNullOrEmpty(ops.DashboardUrl) || (Uri.TryCreate(ops.DashboardUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"),
                "Ops:DashboardUrl is no absolute http(s) URL.")
            .ValidateOnStart();
        builder.Services.AddSingleton<OpsListener>();
        builder.Services.AddSingleton<SessionCookies>();
        builder.Services.AddSingleton<KnownOperators>();
        builder.Services.AddSingleton<SignInLimit>();
        builder.Services.AddSingleton<OpsSessions>();
        builder.Services.AddSingleton<OpsBoardReader>();
        builder.Services.AddSingleton<OpsSearch>();
        if (builder.Configuration.GathersForOperators())
        {
            builder.Services.AddHostedService<OperatorRefresh>();
        }

        builder.AddOperations<FrontEndChecks>(GrainHostingExtensions.RunsGrains(builder.Configuration) ? ProcessRole.Both : ProcessRole.FrontEnd);
        OpsListener.Open(builder);
    }

    /// <summary>Maps the page, where there is one.</summary>
    public static void MapOps(this IEndpointRouteBuilder routes)
    {
        var options = routes.ServiceProvider.GetRequiredService<IOptions<OpsOptions>>().Value;
        if (!options.Enabled)
        {
            return;
        }

        if (options.IsReadableOnTheWay)
        {
            Log.ReadableOnTheWay(routes.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OpsEndpoints)), options.Listen!);
        }

        var ops = routes.MapGroup("/ops").WithoutLimit().ExcludeFromDescription().AddEndpointFilter(AdmitAsync);
        var (page, style, script) = (
            OpsAsset.Of("index.html", "text/html; charset=utf-8"),
            OpsAsset.Of("ops.css", "text/css; charset=utf-8"),
            OpsAsset.Of("ops.js", "text/javascript; charset=utf-8"));
        ops.MapRead("/", page.Serve);
        ops.MapRead("/ops.css", style.Serve);
        ops.MapRead("/ops.js", script.Serve);
        ops.MapRead("/data", ShowDataAsync);
        ops.MapRead("/search", SearchAsync);
        ops.MapRead("/session", ShowSessionAsync);
        ops.MapPost("/session", SignInAsync);
        ops.MapDelete("/session", SignOut);
    }

    /// <summary>Where the page has a listener of its own, it is nowhere else; what changes something comes from the page itself.</summary>
    private static async ValueTask<object?> AdmitAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!http.RequestServices.GetRequiredService<OpsListener>().Serves(http))
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.ContentSecurityPolicy = Policy;
        if (!(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) && !SameOrigin.Holds(http.Request))
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        return await next(context);
    }

    /// <summary>From here on problems that are answered are kept for the page.</summary>
    public static void UseProblemRecord(this IApplicationBuilder app) => app.UseMiddleware<ProblemRecordMiddleware>();

    private static async Task<IResult> ShowDataAsync(HttpContext http, OpsSessions sessions, OpsBoardReader board, long after = 0)
    {
        http.Response.Headers.CacheControl = "no-store";
        var (session, status) = await sessions.FindAsync(http);
        return session is null ? TypedResults.StatusCode(status) : TypedResults.Json(await board.ReadAsync(after), OpsJson.Default.OpsView);
    }

    private static async Task<IResult> SearchAsync(HttpContext http, OpsSessions sessions, OpsSearch search, string? by, string? value)
    {
        http.Response.Headers.CacheControl = "no-store";
        var (session, status) = await sessions.FindAsync(http);
        if (session is null)
        {
            return TypedResults.StatusCode(status);
        }

        if (await search.FindAsync(by, value) is not { } records)
        {
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        }

        sessions.Report(http, session.Name, "searched", resourceType: "audit_record", value);
        return TypedResults.Json(records, OpsJson.Default.IReadOnlyListFoundRecord);
    }

    private static async Task<IResult> ShowSessionAsync(HttpContext http, OpsSessions sessions)
    {
        http.Response.Headers.CacheControl = "no-store";
        var (session, status) = await sessions.FindAsync(http);
        return session is null ? TypedResults.StatusCode(status) : TypedResults.Json(session, OpsJson.Default.OpsSession);
    }

    private static async Task<IResult> SignInAsync(HttpContext http, OpsSessions sessions)
    {
        http.Response.Headers.CacheControl = "no-store";
        var (session, status) = await sessions.SignInAsync(http, await ReadKeyAsync(http));
        if (status == StatusCodes.Status429TooManyRequests)
        {
            http.Response.Headers.RetryAfter = "1";
        }

        return session is null ? TypedResults.StatusCode(status) : TypedResults.Json(session, OpsJson.Default.OpsSession);
    }

    private static IResult SignOut(HttpContext http, OpsSessions sessions)
    {
        sessions.SignOut(http);
        return TypedResults.NoContent();
    }

    /// <summary>The key of the body; null where it has none. Only JSON is read, which no other site's form can send.</summary>
    private static async Task<string?> ReadKeyAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
        {
            return null;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = MaxBody;
        }

        try
        {
            return (await JsonSerializer.DeserializeAsync(http.Request.Body, OpsJson.Default.SignIn, http.RequestAborted))?.Key;
        }
        catch (JsonException)
        {
            return null; // No key either.
        }
    }
}
