using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;

namespace LoApi.Silo;

/// <summary>Who belongs to the cluster, as this silo sees it: meter <c>LoApi.Silo</c>.</summary>
internal sealed class MembershipMeasures(IMeterFactory meters, ISiloStatusOracle membership) : IHostedService
{
    /// <summary>The meter's name.</summary>
    public const string Meter = "LoApi.Silo";

    private static readonly (SiloStatus Status, string Name)[] Statuses =
    [
        (SiloStatus.Joining, "joining"),
        (SiloStatus.Active, "active"),
        (SiloStatus.ShuttingDown, "shutting_down"),
        (SiloStatus.Stopping, "stopping"),
        (SiloStatus.Dead, "dead"),
    ];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        meters.Create(Meter).CreateObservableUpDownCounter(
            "loapi.cluster.silos", Measure, "{silo}", "Silos by what the membership says of them; each silo tells what it sees itself.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private IEnumerable<Measurement<int>> Measure()
    {
        var silos = membership.GetApproximateSiloStatuses();
        return Statuses.Select(known => new Measurement<int>(
            silos.Count(silo => silo.Value == known.Status), new KeyValuePair<string, object?>("loapi.silo.status", known.Name)));
    }
}
