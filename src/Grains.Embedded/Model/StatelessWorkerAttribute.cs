using Orleans.Placement;

namespace Orleans.Concurrency;

/// <summary>A grain of this class may have several activations at once, up to a maximum that the class says.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StatelessWorkerAttribute : PlacementAttribute
{
    /// <summary>Says how many activations of one key may exist in a process.</summary>
    /// <param name="maxLocalWorkers">At least one.</param>
    public StatelessWorkerAttribute(int maxLocalWorkers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLocalWorkers, 1);
        MaxLocalWorkers = maxLocalWorkers;
    }

    internal int MaxLocalWorkers { get; }
}
