namespace LoApi.Errors;

/// <summary>The database did not answer: nothing is known to be wrong with the request, and it may be tried again.</summary>
[GenerateSerializer, Alias("database-unavailable")]
public sealed class DatabaseUnavailableException : Exception
{
    /// <summary>With a sentence that holds no more than a caller may know.</summary>
    public DatabaseUnavailableException()
        : base("The database does not answer.")
    {
    }

    /// <summary>With what the driver said, for the log only.</summary>
    public DatabaseUnavailableException(Exception cause)
        : base("The database does not answer.", cause)
    {
    }
}
