namespace Orleans.Runtime;

/// <summary>What a state is called, and where it is stored.</summary>
public interface IPersistentStateConfiguration
{
    /// <summary>The state's name within the grain.</summary>
    string StateName { get; }

    /// <summary>The key of the <c>IGrainStorage</c> service; the default storage if <see langword="null"/>.</summary>
    string? StorageName { get; }
}
