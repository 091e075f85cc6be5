using System.Text.Json;
using LoApi.BareKestrel;
using Microsoft.AspNetCore.Http.Features;

// Run by bench/run, which records what LoApi answers: --answers FILE.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

var file = builder.Configuration["answers"] ?? throw new InvalidOperationException("Say --answers FILE.");
var answers = ReadyAnswer.All(JsonSerializer.Deserialize<RecordedAnswer[]>(File.ReadAllBytes(file), JsonSerializerOptions.Web)!);

var app = builder.Build();
app.Run(async http =>
{
    // As it was sent: neither the path nor the query is taken apart.
    var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
    if (HttpMethods.IsPost(http.Request.Method))
    {
        await http.Request.Body.CopyToAsync(Stream.Null);
    }

    if (answers.TryGetValue($"{http.Request.Method} {target}", out var answer))
    {
        await answer.SendAsync(http.Response);
    }
    else
    {
        http.Response.StatusCode = target == "/health/ready" ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
    }
});

await app.RunAsync();
