using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.ApiFrontend.Tests;

/// <summary>The embedded runtime is one process: there is no second silo.</summary>
internal static class SecondSilo
{
    public static Task<IAsyncDisposable?> StartIfAskedAsync(IConfiguration configuration, Action<IServiceCollection> substitute) =>
        Task.FromResult<IAsyncDisposable?>(null);
}
