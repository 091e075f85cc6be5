using LoApi.Operations;
using static LoApi.Silo.Operations.Gathered;

namespace LoApi.Silo.Operations;

/// <summary>The instruments that the page shows; docs/operations.md says what each means. What is measured with every grain call is none of them.</summary>
internal static class GatheredInstruments
{
    /// <summary>The duration of requests, which is counted in ways of its own.</summary>
    public const string Requests = "http.server.request.duration";

    /// <summary>What gathers an instrument of a name; null where the page does not show it.</summary>
    public static Gathered? Of(string instrument) => instrument switch
    {
        "loapi.limiter.limit" => new(instrument, "loapi.client.id", FigureMerge.Max, Way.Last),
        "loapi.limiter.remaining" => new(instrument, "loapi.client.id", FigureMerge.Max, Way.Last),
        "loapi.limiter.leases" => new(instrument, "loapi.limiter.outcome", FigureMerge.Sum, Way.Added),
        "loapi.reference.age" => new(instrument, "loapi.reference.table", FigureMerge.Max, Way.Last),
        "loapi.reference.version" => new(instrument, "loapi.reference.table", FigureMerge.Max, Way.Last),
        "loapi.audit_trail.queue.length" => new(instrument, null, FigureMerge.Sum, Way.Last),
        "loapi.audit_trail.lost" => new(instrument, null, FigureMerge.Sum, Way.Added),
        "loapi.grains.activations" => new(instrument, "loapi.grain.type", FigureMerge.Sum, Way.Last),
        "orleans-grains" => new("loapi.grains.activations", "type", FigureMerge.Sum, Way.Added),
        "loapi.grains.queue.length" => new(instrument, "loapi.grain.type", FigureMerge.Sum, Way.Last),
        "loapi.grains.queue.longest" => new(instrument, "loapi.grain.type", FigureMerge.Max, Way.Last),
        "loapi.storage.queue.length" => new(instrument, null, FigureMerge.Sum, Way.Last),
        "loapi.storage.queue.refusals" => new(instrument, "loapi.storage.refusal", FigureMerge.Sum, Way.Added),
        "loapi.storage.batch.size" => new(instrument, null, FigureMerge.Max, Way.Spread),
        "loapi.storage.batch.duration" => new(instrument, null, FigureMerge.Max, Way.Spread),
        "loapi.storage.commit.duration" => new(instrument, null, FigureMerge.Max, Way.Spread),
        "loapi.storage.readers.used" => new(instrument, null, FigureMerge.Sum, Way.Last),
        "loapi.storage.readers.waiting" => new(instrument, null, FigureMerge.Sum, Way.Last),
        "loapi.storage.readers.max" => new(instrument, null, FigureMerge.Sum, Way.Last),
        "loapi.storage.errors" => new(instrument, "error.type", FigureMerge.Sum, Way.Added),
        "loapi.audit.lag" => new(instrument, null, FigureMerge.Max, Way.Spread),
        "loapi.audit.outbox.length" => new(instrument, null, FigureMerge.Max, Way.Last),
        "loapi.audit.outbox.age" => new(instrument, null, FigureMerge.Max, Way.Last),
        "loapi.cluster.silos" => new(instrument, "loapi.silo.status", FigureMerge.Max, Way.Last),
        _ => null,
    };
}
