namespace LoApi.Comparison.Measures;

/// <summary>What rounds come to.</summary>
/// <param name="Median">The median; with an even number, the mean of the two in the middle.</param>
/// <param name="Least">The least.</param>
/// <param name="Most">The most.</param>
internal sealed record Statistics(double Median, double Least, double Most)
{
    public static Statistics Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0
            ? throw new ArgumentException("No values.", nameof(values))
            : new((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, sorted[0], sorted[^1]);
    }
}
