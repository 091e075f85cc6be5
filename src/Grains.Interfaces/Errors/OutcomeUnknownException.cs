namespace LoApi.Errors;

/// <summary>The connection was lost after a commit was sent: the write may have taken effect or not.</summary>
[GenerateSerializer, Alias("outcome-unknown")]
public sealed class OutcomeUnknownException : Exception
{
    /// <summary>With a sentence that holds no more than a caller may know.</summary>
    public OutcomeUnknownException()
        : base("The outcome of the write is not known.")
    {
    }

    /// <summary>With what the driver said, for the log only.</summary>
    public OutcomeUnknownException(Exception cause)
        : base("The outcome of the write is not known.", cause)
    {
    }
}
