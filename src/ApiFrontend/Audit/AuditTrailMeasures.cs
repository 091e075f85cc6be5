using System.Diagnostics.Metrics;
using LoApi.ApiFrontend.Telemetry;

namespace LoApi.ApiFrontend.Audit;

/// <summary>Whether the front end gets rid of what it has for the audit log.</summary>
internal sealed class AuditTrailMeasures
{
    private readonly Meter _meter;
    private readonly Counter<long> _lost;

    public AuditTrailMeasures(IMeterFactory meters)
    {
        _meter = FrontEndMeter.Of(meters);
        _lost = _meter.CreateCounter<long>("loapi.audit_trail.lost", "{event}", "Denials, failures and reads that were counted in place of being recorded.");
    }

    /// <summary>Measures a queue of events from now on.</summary>
    public void Observe(Func<int> waiting) => _meter.CreateObservableUpDownCounter(
        "loapi.audit_trail.queue.length", waiting, "{event}", "Denials, failures and reads on their way to the audit log.");

    /// <summary>An event was not taken.</summary>
    public void Lost() => _lost.Add(1);
}
