using System.Globalization;
using LoApi.ApiFrontend.Reference;
using LoApi.ApiFrontend.Version;

namespace LoApi.ApiFrontend.Health;

/// <summary>Gathers for people what the probes ask, and what each of it means.</summary>
internal sealed class HealthSurvey(
    ReadinessProbe probe, IEnumerable<IReadinessCheck> local, IEnumerable<IReferenceState> reference, TimeProvider time)
{
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();

    public async Task<HealthSummary> LookAsync()
    {
        var started = time.GetTimestamp();
        HealthFinding[] checks =
        [
            new("process", ReadinessProbe.Healthy, _startedAt, DurationMs: 0, "Start-up has ended, and the process answers."),
            .. local.Select(check => check.Check()).OfType<HealthCheck>().Select(Finding),
            Finding(await probe.CheckAsync()),
        ];
        HealthFinding[] tables = [.. reference.Select(table => table.State).OfType<ReferenceState>().Select(Finding)];
        return HealthSummary.Of(checks, tables, time.GetElapsedTime(started), VersionReport.Current.Version, _startedAt);
    }

    private static HealthFinding Finding(HealthCheck check) =>
        new(check.Name, check.Status, check.Since, check.DurationMs, check.Detail);

    // Of what is held from before, requests are answered: that does not make a front end unfit.
    private static HealthFinding Finding(ReferenceState state) => new(
        $"reference data: {state.Table}",
        ReadinessProbe.Healthy,
        state.Since,
        DurationMs: 0,
        string.Create(CultureInfo.InvariantCulture, $"Version {state.Version}, {state.Rows} rows, known to be current {(long)state.Age.TotalSeconds} s ago."));
}
