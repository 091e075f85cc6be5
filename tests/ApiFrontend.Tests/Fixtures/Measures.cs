using System.Diagnostics.Metrics;
using LoApi.ApiFrontend.Audit;
using LoApi.ApiFrontend.Limits;
using LoApi.ApiFrontend.Telemetry;

namespace LoApi.ApiFrontend.Tests.Fixtures;

/// <summary>Instruments for parts that are tested by themselves; nobody listens to them.</summary>
internal static class Measures
{
    public static LimitMeasures OfLimits() => new(new UnheardMeters(), new ClientNames());

    public static AuditTrailMeasures OfAuditTrail() => new(new UnheardMeters());

    private sealed class UnheardMeters : IMeterFactory
    {
        public Meter Create(MeterOptions options) => new(options);

        public void Dispose()
        {
            // A meter holds nothing that has to be given back.
        }
    }
}
