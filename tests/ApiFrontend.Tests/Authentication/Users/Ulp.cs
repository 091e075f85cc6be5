using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LoApi.ApiFrontend.Tests.Authentication.Users;

/// <summary>The endpoint that knows sessions.</summary>
internal sealed class Ulp : IAsyncDisposable
{
    private LoopbackApp? _app;

    public LoopbackApp App => _app!;

    /// <summary>Sessions, and what is said of them.</summary>
    public Dictionary<string, object> Sessions { get; } = new(StringComparer.Ordinal);

    public static async Task<Ulp> StartAsync()
    {
        var ulp = new Ulp();
        ulp._app = await LoopbackApp.StartAsync(app => app.MapPost("/introspect", async (HttpRequest request) =>
        {
            if (request.Headers.Authorization != "Basic bG9hcGk6c2VjcmV0")
            {
                return Results.Unauthorized();
            }

            var form = await request.ReadFormAsync();
            return Results.Json(ulp.Sessions.GetValueOrDefault(form["token"].ToString(), new { active = false }));
        }));
        return ulp;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
