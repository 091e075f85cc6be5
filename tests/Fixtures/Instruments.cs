using System.Diagnostics.Metrics;

namespace LoApi.Fixtures;

/// <summary>Listens to the instruments of one host, or of several that are one service, and keeps what they measure.</summary>
public sealed class Instruments : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _lock = new();
    private readonly List<Instrument> _published = [];
    private readonly List<Measured> _measured = [];

    /// <param name="hosts">Whose instruments.</param>
    public Instruments(params IMeterFactory[] hosts)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            // Other tests' hosts run in this process too.
            if (hosts.Contains(instrument.Meter.Scope))
            {
                lock (_lock)
                {
                    _published.Add(instrument);
                }

                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>The instruments that the service makes itself.</summary>
    public IReadOnlyList<Instrument> Own
    {
        get
        {
            lock (_lock)
            {
                return [.. _published.Where(instrument => instrument.Meter.Name.StartsWith("LoApi.", StringComparison.Ordinal))];
            }
        }
    }

    /// <summary>What an instrument has measured so far, those that are only looked at included.</summary>
    public IReadOnlyList<Measured> Of(string instrument)
    {
        _listener.RecordObservableInstruments();
        lock (_lock)
        {
            return [.. _measured.Where(measured => measured.Instrument == instrument)];
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var measured = new Measured(
            instrument.Name, value, tags.ToArray().ToDictionary(tag => tag.Key, tag => $"{tag.Value}", StringComparer.Ordinal));
        lock (_lock)
        {
            _measured.Add(measured);
        }
    }

    /// <summary>A value of an instrument.</summary>
    public sealed record Measured(string Instrument, double Value, IReadOnlyDictionary<string, string> Tags);
}
