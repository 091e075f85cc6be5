using System.IO.Compression;
using LoApi.ApiFrontend.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LoApi.ApiFrontend.Tests.Telemetry;

/// <summary>A receiver on loopback that keeps what it is sent, and answers when a test lets it.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly List<(string Path, IHeaderDictionary Headers, string Body)> _received = [];

    private Receiver(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>What every answer waits for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>What every answer says.</summary>
    public int Status { get; set; } = StatusCodes.Status202Accepted;

    public IReadOnlyList<(string Path, IHeaderDictionary Headers, string Body)> Received
    {
        get
        {
            lock (_lock)
            {
                return [.. _received];
            }
        }
    }

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new Receiver(app);
        app.MapPost("/{**path}", receiver.TakeAsync);
        await app.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Assert.Empty(Sensitive.FindIn(Received.Select(received => received.Body)));
    }

    private async Task TakeAsync(HttpContext http)
    {
        await using Stream body = http.Request.Headers.ContentEncoding == "gzip"
            ? new GZipStream(http.Request.Body, CompressionMode.Decompress)
            : http.Request.Body;
        using var reader = new StreamReader(body);
        var text = await reader.ReadToEndAsync();
        lock (_lock)
        {
            _received.Add((http.Request.Path, new HeaderDictionary(http.Request.Headers.ToDictionary()), text));
        }

        await Gate.WaitAsync(http.RequestAborted);
        http.Response.StatusCode = Status;
    }
}
