namespace Orleans;

/// <summary>The grain factory as hosts and front ends know it.</summary>
public interface IClusterClient : IGrainFactory
{
    /// <summary>The services of the host.</summary>
    IServiceProvider ServiceProvider { get; }
}
