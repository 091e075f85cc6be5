using LoApi.Fixtures;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.ApiFrontend.Tests.Fixtures;

/// <summary>The service over a database that the test looks after, with a clock that the test turns and the default bounds of staleness.</summary>
internal sealed class SteppedApiHost(string provider, string connectionString) : ApiHost(provider)
{
    public SteppedClock Clock { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }

    protected override Task<string> CreateDatabaseAsync() => Task.FromResult(connectionString);
}
