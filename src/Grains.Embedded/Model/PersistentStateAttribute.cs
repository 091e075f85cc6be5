namespace Orleans.Runtime;

/// <summary>Says which state a constructor parameter of type <see cref="IPersistentState{TState}"/> is.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class PersistentStateAttribute : Attribute, IPersistentStateConfiguration
{
    /// <summary>Names the state within the grain, and the storage among the host's.</summary>
    public PersistentStateAttribute(string stateName, string? storageName = null)
    {
        ArgumentNullException.ThrowIfNull(stateName);
        StateName = stateName;
        StorageName = storageName;
    }

    /// <inheritdoc/>
    public string StateName { get; }

    /// <inheritdoc/>
    public string? StorageName { get; }
}
