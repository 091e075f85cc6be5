using System.Net;
using LoApi.Fixtures;
using LoApi.Grains;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LoApi.ApiFrontend.Tests.Fixtures;

/// <summary>
/// The service as it is, on Kestrel and a port of its own, over a database with the demonstration data. Only the
/// business day is another: the first is Monday, 2027-01-04.
/// </summary>
public abstract class ApiHost(string provider) : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly LoopbackPort _siloPort = LoopbackPort.Take();
    private string? _connectionString;

    public CapturedLogs Logs { get; } = new();

    /// <summary>A client that acts for a user and a location, or for nobody.</summary>
    public HttpClient CreateClient(string? user, string? location = null)
    {
        var client = CreateClient();
        if (user is not null)
        {
            client.DefaultRequestHeaders.Add("X-Dev-User-Id", user);
        }

        if (location is not null)
        {
            client.DefaultRequestHeaders.Add("X-Dev-Location-Id", location);
        }

        return client;
    }

    public virtual async Task InitializeAsync()
    {
        _connectionString = await CreateDatabaseAsync();
        UseKestrel(options => options.Listen(IPAddress.Loopback, port: 0));
        StartServer();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _siloPort.Dispose();
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    /// <summary>A database of the host's own, and how it is reached.</summary>
    protected abstract Task<string> CreateDatabaseAsync();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Storage:Provider", provider);
        builder.UseSetting("Storage:ConnectionString", _connectionString);
        builder.UseSetting("Silo:SiloPort", $"{_siloPort.Number}"); // Read in the cluster distribution, as is the next.
        builder.UseSetting("Silo:GatewayPort", "0");
        builder.UseSetting("Http:PublicBaseUrl", "https://loapi.example.gov");
        builder.UseSetting("Cursors:Key", Convert.ToBase64String(new byte[32]));
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Logs));
        builder.ConfigureTestServices(services =>
            services.AddKeyedSingleton<TimeProvider>(
                GrainServices.BusinessTime, new AnchoredClock(new DateTimeOffset(2027, 1, 4, 15, 0, 0, TimeSpan.Zero))));
    }
}
