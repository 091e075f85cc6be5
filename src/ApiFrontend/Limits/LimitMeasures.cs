using System.Diagnostics.Metrics;
using LoApi.ApiFrontend.Telemetry;
using LoApi.Limits;

namespace LoApi.ApiFrontend.Limits;

/// <summary>What limiters decide, and what they lease.</summary>
internal sealed class LimitMeasures
{
    private const string VerdictTag = "loapi.limiter.verdict";
    private const string PayerTag = "loapi.limiter.payer";
    private const string OutcomeTag = "loapi.limiter.outcome";

    private static readonly InstrumentAdvice<int> PowersOfTwo = new() { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 4096, 16384] };

    private readonly Meter _meter;
    private readonly ClientNames _clients;
    private readonly Counter<long> _decisions;
    private readonly Counter<long> _leases;
    private readonly Histogram<int> _leaseSize;
    private readonly Histogram<double> _leaseDuration;

    public LimitMeasures(IMeterFactory meters, ClientNames clients)
    {
        _clients = clients;
        _meter = FrontEndMeter.Of(meters);
        _decisions = _meter.CreateCounter<long>("loapi.limiter.decisions", "{request}", "What was decided about requests.");
        _leases = _meter.CreateCounter<long>("loapi.limiter.leases", "{lease}", "What came of asking clients' grains for tokens.");
        _leaseSize = _meter.CreateHistogram<int>("loapi.limiter.lease.size", "{token}", "Tokens that were granted at once.", tags: null, PowersOfTwo);
        _leaseDuration = _meter.CreateHistogram<double>(
            "loapi.limiter.lease.duration", "s", "How long the grain took to answer.", tags: null, FrontEndMeter.Seconds);
    }

    /// <summary>Measures from now on how clients stand that spent something here.</summary>
    public void Observe(Func<IEnumerable<(string ClientId, TokenLease Terms, int Remaining)>> standings)
    {
        _meter.CreateObservableGauge(
            "loapi.limiter.limit",
            () => Of(standings, standing => standing.Terms.Limit.Rate),
            "{request}/s",
            "What a client may ask in the long run, in all front ends together.");
        _meter.CreateObservableGauge(
            "loapi.limiter.remaining",
            () => Of(standings, standing => standing.Remaining),
            "{request}",
            "About how many requests a client has left at once, in all front ends together.");
    }

    /// <summary>A client's request was decided about.</summary>
    public void Decided(Verdict verdict, string clientId) => _decisions.Add(
        1, new(VerdictTag, verdict.Name), new(PayerTag, "client"), new(ClientNames.Tag, _clients.Of(clientId)));

    /// <summary>A request was decided about for which an address, or a key that is claimed, pays.</summary>
    public void Decided(Verdict verdict, TollPayer payer) => _decisions.Add(
        1, new(VerdictTag, verdict.Name), new(PayerTag, payer == TollPayer.ClaimedKey ? "claimed_key" : "address"));

    /// <summary>The grain answered.</summary>
    public void Leased(int granted, TimeSpan duration)
    {
        _leases.Add(1, new KeyValuePair<string, object?>(OutcomeTag, granted > 0 ? "granted" : "refused"));
        _leaseSize.Record(granted);
        _leaseDuration.Record(duration.TotalSeconds);
    }

    /// <summary>The grain did not answer.</summary>
    public void LeaseFailed() => _leases.Add(1, new KeyValuePair<string, object?>(OutcomeTag, "failed"));

    // The clients that are not told apart have no one limit.
    private IEnumerable<Measurement<int>> Of(
        Func<IEnumerable<(string ClientId, TokenLease Terms, int Remaining)>> standings,
        Func<(string ClientId, TokenLease Terms, int Remaining), int> value) =>
        from standing in standings()
        let name = _clients.Of(standing.ClientId)
        where !ReferenceEquals(name, ClientNames.Other)
        select new Measurement<int>(value(standing), new KeyValuePair<string, object?>(ClientNames.Tag, name));
}
