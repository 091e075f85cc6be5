namespace Orleans.Concurrency;

/// <summary>This interface method may interleave with every other call of the grain.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AlwaysInterleaveAttribute : Attribute;
