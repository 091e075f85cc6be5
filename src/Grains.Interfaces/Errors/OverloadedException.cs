namespace LoApi.Errors;

/// <summary>A bounded queue is full: nothing was done, and the request may be tried again later.</summary>
[GenerateSerializer, Alias("overloaded")]
public sealed class OverloadedException : Exception
{
    /// <summary>With a sentence that holds no more than a caller may know.</summary>
    public OverloadedException()
        : base("More is asked than can be done at the moment.")
    {
    }
}
