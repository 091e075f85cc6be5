using Microsoft.Extensions.Hosting;
using Orleans.Embedded;

namespace Orleans.Hosting;

/// <summary>Checks the grains when the host starts, and drains them when it stops.</summary>
internal sealed class GrainHost(GrainRuntime runtime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        runtime.Validate();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => runtime.DrainAsync().WaitAsync(cancellationToken);
}
