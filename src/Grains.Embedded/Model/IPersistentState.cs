using Orleans.Core;

namespace Orleans.Runtime;

/// <summary>A piece of a grain's state: a constructor parameter with <see cref="PersistentStateAttribute"/>.</summary>
/// <remarks>It is read before <c>OnActivateAsync</c>.</remarks>
public interface IPersistentState<TState> : IStorage<TState>;
