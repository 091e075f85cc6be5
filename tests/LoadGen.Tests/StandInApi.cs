using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace LoApi.LoadGen.Tests;

/// <summary>Plays the part of the service that a load generator meets, over real HTTP, and whatever goes wrong with it.</summary>
internal sealed class StandInApi : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, string> _loansByKey = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _openLoans = new(StringComparer.Ordinal);

    private StandInApi(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    /// <summary>The locations of each user that exists.</summary>
    public Dictionary<string, string[]> Users { get; } = new(StringComparer.Ordinal)
    {
        ["1"] = ["1", "10", "2"],
        ["3"] = ["2", "30"],
    };

    public HashSet<string> InactiveLocations { get; } = new(StringComparer.Ordinal);

    public int PageSize { get; init; } = 2;

    /// <summary>Every POST that came in, in order of arrival.</summary>
    public ConcurrentQueue<ReceivedPayoff> Received { get; } = new();

    /// <summary>Answers a POST. Default: as the contract says.</summary>
    public Func<HttpContext, ReceivedPayoff, Task> OnPayoff { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Answers any other GET than that of locations.</summary>
    public Func<HttpContext, Task> OnGet { get; set; } = _ => Task.CompletedTask;

    public Func<HttpContext, Task>? OnLocations { get; set; }

    public static async Task<StandInApi> StartAsync(int pageSize = 2)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var api = new StandInApi(app) { PageSize = pageSize };
        api.OnPayoff = api.CreateAsync;
        app.Run(api.HandleAsync);
        await app.StartAsync();
        return api;
    }

    public static Task ProblemAsync(HttpContext context, int status, string code, params string[] errors)
    {
        context.Response.StatusCode = status;
        var problem = new { title = code, status, code, errors = errors.Select(error => new { pointer = "/x", code = error }) };
        return context.Response.WriteAsJsonAsync(problem, options: null, contentType: "application/problem+json");
    }

    /// <summary>What the contract says: replays, one open payoff per loan, check digits.</summary>
    public Task CreateAsync(HttpContext context, ReceivedPayoff payoff)
    {
        if (!LoanNumber.IsValid(payoff.Loan))
        {
            return ProblemAsync(context, 422, "validation_failed", "check_digit");
        }

        if (_loansByKey.ContainsKey(payoff.Key))
        {
            context.Response.Headers["Idempotent-Replayed"] = "true";
        }
        else if (!_openLoans.TryAdd(payoff.Loan, payoff.Key))
        {
            return ProblemAsync(context, 409, "payoff_open");
        }

        _loansByKey[payoff.Key] = payoff.Loan;
        context.Response.StatusCode = 201;
        return context.Response.WriteAsJsonAsync(payoff.Body);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        switch (context.Request.Method, context.Request.Path.Value)
        {
            case ("GET", "/api/v1/locations"):
                await (OnLocations ?? LocationsAsync)(context);
                break;
            case ("POST", "/api/v1/payoffs"):
                var payoff = await ReadAsync(context.Request);
                Received.Enqueue(payoff);
                await OnPayoff(context, payoff);
                break;
            case ("GET", _):
                await OnGet(context);
                break;
            default:
                context.Response.StatusCode = 404;
                break;
        }
    }

    private static async Task<ReceivedPayoff> ReadAsync(HttpRequest request) => new(
        request.Headers["Idempotency-Key"].Single()!,
        request.Headers["X-Dev-User-Id"].Single()!,
        request.Headers["X-Dev-Location-Id"].Single()!,
        request.ContentType!,
        request.Protocol,
        (await JsonSerializer.DeserializeAsync<JsonObject>(request.Body))!);

    private Task LocationsAsync(HttpContext context)
    {
        if (!Users.TryGetValue(context.Request.Headers["X-Dev-User-Id"].ToString(), out var locations))
        {
            return ProblemAsync(context, 403, "forbidden");
        }

        var from = context.Request.Query["cursor"] is [{ } cursor] ? int.Parse(cursor.Split('/', '=')[1]) : 0;
        var page = new JsonObject
        {
            ["data"] = new JsonArray([.. locations.Skip(from).Take(PageSize).Select(id => (JsonNode)new JsonObject
            {
                ["id"] = id,
                ["name"] = "Location " + id,
                ["active"] = !InactiveLocations.Contains(id),
            })]),
        };
        if (from + PageSize < locations.Length)
        {
            page["next_cursor"] = $"a+b/{from + PageSize}=";
        }

        return context.Response.WriteAsJsonAsync(page);
    }
}
