namespace Orleans.Runtime;

/// <summary>A grain, or the runtime, has more to do than it may hold. The call has not run and may be sent again later.</summary>
[GenerateSerializer]
public sealed class LimitExceededException : OrleansException
{
    /// <summary>Without a description.</summary>
    public LimitExceededException()
        : base("Limit exceeded")
    {
    }

    /// <summary>With a description.</summary>
    public LimitExceededException(string message)
        : base(message)
    {
    }

    /// <summary>With a description and a cause.</summary>
    public LimitExceededException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Describes which limit was exceeded by what.</summary>
    public LimitExceededException(string limitName, int current, int threshold, object extraInfo)
        : base($"Limit exceeded {limitName} Current={current} Threshold={threshold} {extraInfo}")
    {
    }
}
