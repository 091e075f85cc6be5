namespace Orleans.Core;

/// <inheritdoc/>
public interface IStorage<TState> : IStorage
{
    /// <summary>The state in memory.</summary>
    TState State { get; set; }
}
