using System.Globalization;

namespace LoApi.Comparison.Reporting;

/// <summary>Whole decades around some values, over a length.</summary>
internal sealed class LogScale
{
    private readonly double _least;
    private readonly double _most;
    private readonly double _length;

    public LogScale(IEnumerable<double> values, double length)
    {
        var positive = values.Where(value => value > 0).DefaultIfEmpty(1).ToArray();
        _least = Math.Floor(Math.Log10(positive.Min()));
        _most = Math.Max(_least + 1, Math.Ceiling(Math.Log10(positive.Max())));
        _length = length;
    }

    /// <summary>The decades.</summary>
    public IEnumerable<double> Ticks => Enumerable.Range(0, (int)(_most - _least) + 1).Select(i => Math.Pow(10, _least + i));

    /// <summary>How far along the length a value is.</summary>
    public double At(double value) => _length * (Math.Log10(Math.Max(value, Math.Pow(10, _least))) - _least) / (_most - _least);

    public static string Label(double tick) => tick >= 1 ? tick.ToString("N0", CultureInfo.InvariantCulture) : tick.ToString(CultureInfo.InvariantCulture);
}
