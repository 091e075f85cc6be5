using System.Collections.Immutable;
using LoApi.ApiFrontend.Health;
using LoApi.Operations;
using LoApi.Silo.Operations;

namespace LoApi.ApiFrontend.Ops;

/// <summary>What <c>/health</c> tells, without the reference data, whose ages are figures.</summary>
internal sealed class FrontEndChecks(ReadinessProbe probe, IEnumerable<IReadinessCheck> local) : IProcessChecks
{
    public async Task<ImmutableArray<ProcessCheck>> LookAsync()
    {
        HealthCheck[] checks = [.. local.Select(check => check.Check()).OfType<HealthCheck>(), await probe.CheckAsync()];
        return [.. checks.Select(check => new ProcessCheck(check.Name, check.Status == ReadinessProbe.Healthy, check.Since, check.Detail))];
    }
}
