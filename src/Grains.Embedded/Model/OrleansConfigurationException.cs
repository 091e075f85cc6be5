namespace Orleans.Runtime;

/// <summary>Grains, or what they need, are set up wrongly.</summary>
[GenerateSerializer]
public sealed class OrleansConfigurationException : Exception
{
    /// <summary>With a description.</summary>
    public OrleansConfigurationException(string message)
        : base(message)
    {
    }

    /// <summary>With a description and a cause.</summary>
    public OrleansConfigurationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
