using System.Collections.Immutable;
using LoApi.Operations;
using LoApi.Silo.Health;

namespace LoApi.Silo.Operations;

/// <summary>A silo's probes, and since when they stand so.</summary>
internal sealed class SiloChecks(SiloHealth health, TimeProvider time) : IProcessChecks
{
    private ImmutableArray<ProcessCheck> _last = [];

    public async Task<ImmutableArray<ProcessCheck>> LookAsync()
    {
        var report = await health.ReadyAsync();
        var now = time.GetUtcNow();
        return _last =
        [
            .. report.Checks.Select(check =>
            {
                var healthy = check.Status == SiloHealthReport.Healthy;
                var before = _last.FirstOrDefault(last => last.Name == check.Name && last.IsHealthy == healthy);
                return new ProcessCheck(check.Name, healthy, before?.Since ?? now, check.Detail);
            }),
        ];
    }
}
