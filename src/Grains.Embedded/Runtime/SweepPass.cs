namespace Orleans.Embedded;

/// <summary>One look at all activations.</summary>
/// <param name="Now">Its time.</param>
/// <param name="Collects">Whether idle activations are collected.</param>
/// <param name="AgeLimit">The greatest age of an idle activation while there are too many.</param>
internal sealed record SweepPass(long Now, bool Collects, TimeSpan AgeLimit);
