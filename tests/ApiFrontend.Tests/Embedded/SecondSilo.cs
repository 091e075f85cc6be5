using Microsoft.Extensions.DependencyInjection;

namespace LoApi.ApiFrontend.Tests;

/// <summary>The embedded runtime is one process: there is no second silo.</summary>
internal static class SecondSilo
{
    public static Task<IAsyncDisposable?> StartIfAskedAsync(IServiceProvider first, Action<IServiceCollection> substitute) =>
        Task.FromResult<IAsyncDisposable?>(null);
}
