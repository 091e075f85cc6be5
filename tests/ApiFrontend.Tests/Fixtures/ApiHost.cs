using System.Net;
using LoApi.Fixtures;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LoApi.ApiFrontend.Tests.Fixtures;

/// <summary>
/// The service as it is, on Kestrel and a port of its own, over a database with the demonstration data. Only the clock is
/// another: its first day is Monday, 2027-01-04.
/// </summary>
public sealed class ApiHost : WebApplicationFactory<Program>
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _provider;
    private readonly string _connectionString;

    public ApiHost()
        : this("Sqlite", connectionString: null)
    {
    }

    internal ApiHost(string provider, string? connectionString)
    {
        _provider = provider;
        _connectionString = connectionString ?? $"Data Source={_folder.File("loapi.db")}";
        UseKestrel(options => options.Listen(IPAddress.Loopback, port: 0));
        StartServer();
    }

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

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Storage:Provider", _provider);
        builder.UseSetting("Storage:ConnectionString", _connectionString);
        builder.UseSetting("Http:PublicBaseUrl", "https://loapi.example.gov");
        builder.UseSetting("Cursors:Key", Convert.ToBase64String(new byte[32]));
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Logs));
        builder.ConfigureTestServices(services =>
            services.AddSingleton<TimeProvider>(new AnchoredClock(new DateTimeOffset(2027, 1, 4, 15, 0, 0, TimeSpan.Zero))));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _folder.Dispose();
        }
    }
}
