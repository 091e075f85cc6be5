namespace Orleans.Runtime;

/// <summary>An activation, as its grain sees it.</summary>
public interface IGrainContext
{
    /// <summary>A reference to the grain.</summary>
    GrainReference GrainReference { get; }

    /// <summary>The grain's identity.</summary>
    GrainId GrainId { get; }

    /// <summary>The grain; <see langword="null"/> before it is constructed.</summary>
    object? GrainInstance { get; }

    /// <summary>The services of this activation; scoped ones live as long as it does.</summary>
    IServiceProvider ActivationServices { get; }
}
