using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LoApi.ApiFrontend.Tests.Authentication.Users;

/// <summary>Somebody else's service, on a loopback port of its own: it can be told to be slow or broken.</summary>
internal sealed class LoopbackApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _requests;

    private LoopbackApp(WebApplication app) => _app = app;

    /// <summary>How it behaves from now on.</summary>
    public Manner Manner { get; set; } = Manner.Well;

    /// <summary>Requests that have come.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public string Address { get; private set; } = "";

    public static async Task<LoopbackApp> StartAsync(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
        var service = new LoopbackApp(builder.Build());
        service._app.Use(service.BehaveAsync);
        map(service._app);
        await service._app.StartAsync();
        service.Address = service._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        _end.TrySetResult();
        await _app.DisposeAsync();
    }

    private async Task BehaveAsync(HttpContext http, RequestDelegate next)
    {
        Interlocked.Increment(ref _requests);
        switch (Manner)
        {
            case Manner.Broken:
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return;
            case Manner.Declining:
                http.Response.StatusCode = StatusCodes.Status400BadRequest;
                return;
            case Manner.Hanging:
                await _end.Task.WaitAsync(http.RequestAborted);
                return;
            case Manner.Talking:
                await http.Response.WriteAsync("<html>It works!</html>");
                return;
            default:
                await next(http);
                return;
        }
    }
}
