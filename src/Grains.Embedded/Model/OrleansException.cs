namespace Orleans.Runtime;

/// <summary>The base of what the runtime throws.</summary>
[GenerateSerializer]
public class OrleansException : Exception
{
    /// <summary>Without a description.</summary>
    public OrleansException()
        : base("Unexpected error.")
    {
    }

    /// <summary>With a description.</summary>
    public OrleansException(string message)
        : base(message)
    {
    }

    /// <summary>With a description and a cause.</summary>
    public OrleansException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
