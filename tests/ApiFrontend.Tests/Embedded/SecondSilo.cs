using LoApi.ApiFrontend.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LoApi.ApiFrontend.Tests;

/// <summary>The embedded runtime is one process: there is no second silo.</summary>
internal static class SecondSilo
{
    public static Task<RunningSilo?> StartIfAskedAsync(IServiceProvider first, Action<IServiceCollection> substitute, Action<ILoggingBuilder> capture) =>
        Task.FromResult<RunningSilo?>(null);
}
