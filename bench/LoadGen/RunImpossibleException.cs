namespace LoApi.LoadGen;

/// <summary>The run cannot start or go on; the message tells the person at the command line why and what to change.</summary>
internal sealed class RunImpossibleException : Exception
{
    public RunImpossibleException(string message)
        : base(message)
    {
    }

    public RunImpossibleException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
