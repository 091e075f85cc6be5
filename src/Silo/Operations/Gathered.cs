using System.Collections.Concurrent;
using LoApi.Operations;

namespace LoApi.Silo.Operations;

/// <summary>What an instrument has measured, by the value of one of its tags.</summary>
/// <param name="name">The figure's name.</param>
/// <param name="tag">The tag that tells values apart, or null.</param>
/// <param name="merge">What values come to together.</param>
/// <param name="way">How values become one.</param>
internal sealed class Gathered(string name, string? tag, FigureMerge merge, Gathered.Way way)
{
    private const int MaxLabels = 300;

    private readonly ConcurrentDictionary<string, Values> _values = new(StringComparer.Ordinal);

    /// <summary>How an instrument's values become a figure.</summary>
    public enum Way
    {
        /// <summary>Each look at it tells all.</summary>
        Last,

        /// <summary>Each value adds to those before.</summary>
        Added,

        /// <summary>Mean and greatest of this slot and the one before.</summary>
        Spread,
    }

    public string Name => name;

    /// <summary>Takes a value; called from any thread.</summary>
    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var label = "";
        foreach (var (key, found) in tags)
        {
            if (tag is not null && key == tag)
            {
                label = found?.ToString() ?? "";
            }
        }

        if (_values.Count >= MaxLabels && !_values.ContainsKey(label))
        {
            label = WindowedCounts.Other;
        }

        var values = _values.GetOrAdd(label, static _ => new());
        lock (values)
        {
            values.Count++;
            values.Sum += value;
            values.Greatest = Math.Max(values.Greatest, value);
        }
    }

    /// <summary>What it comes to now; begins anew where each look tells all.</summary>
    /// <param name="slotEnds">Whether a slot ends with this look.</param>
    public IEnumerable<Figure> Look(bool slotEnds)
    {
        foreach (var (label, values) in _values)
        {
            long count;
            double sum, greatest;
            lock (values)
            {
                (count, sum, greatest) = (values.Count + values.Before.Count, values.Sum + values.Before.Sum, Math.Max(values.Greatest, values.Before.Greatest));
                if (way == Way.Spread && slotEnds)
                {
                    values.Before = (values.Count, values.Sum, values.Greatest);
                }

                if (way == Way.Last || (way == Way.Spread && slotEnds))
                {
                    (values.Count, values.Sum, values.Greatest) = (0, 0, 0);
                }
            }

            if (count == 0)
            {
                if (way == Way.Last)
                {
                    _values.TryRemove(label, out _); // A client, say, that is gone.
                }
            }
            else if (way == Way.Spread)
            {
                yield return new($"{name}.mean", label, sum / count, FigureMerge.Max);
                yield return new($"{name}.max", label, greatest, FigureMerge.Max);
            }
            else
            {
                yield return new(name, label, merge == FigureMerge.Sum || way == Way.Added ? sum : greatest, merge);
            }
        }
    }

    private sealed class Values
    {
        public long Count;
        public double Sum;
        public double Greatest;
        public (long Count, double Sum, double Greatest) Before;
    }
}
