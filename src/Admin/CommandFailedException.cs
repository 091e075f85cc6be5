namespace LoApi.Admin;

/// <summary>A command cannot do what it is asked; the message is the sentence that the operator reads.</summary>
internal sealed class CommandFailedException : Exception
{
    public CommandFailedException(string message)
        : base(message)
    {
    }

    public CommandFailedException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
