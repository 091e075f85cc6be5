using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>The stored state has another version than the one that was last seen: somebody else wrote it.</summary>
/// <remarks>When it leaves a call, the activation ends, so that the next call reads the state afresh.</remarks>
[GenerateSerializer]
public class InconsistentStateException : OrleansException
{
    /// <summary>Without a description.</summary>
    public InconsistentStateException()
    {
    }

    /// <summary>With a description.</summary>
    public InconsistentStateException(string message)
        : base(message)
    {
    }

    /// <summary>With a description and a cause.</summary>
    public InconsistentStateException(string message, Exception? innerException)
        : base(message, innerException!)
    {
    }

    /// <summary>With a description, both versions and a cause.</summary>
    public InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag, Exception? storageException)
        : base(errorMsg, storageException!)
    {
        StoredEtag = storedEtag;
        CurrentEtag = currentEtag;
    }

    /// <summary>With a description and both versions.</summary>
    public InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag)
        : this(errorMsg, storedEtag, currentEtag, null)
    {
    }

    /// <summary>With both versions and a cause, whose description it takes over.</summary>
    public InconsistentStateException(string? storedEtag, string? currentEtag, Exception storageException)
        : this(storageException.Message, storedEtag, currentEtag, storageException)
    {
    }

    /// <summary>The version in storage.</summary>
    public string? StoredEtag { get; }

    /// <summary>The version that was expected.</summary>
    public string? CurrentEtag { get; }

    /// <summary>Whether it has not crossed a call yet: only the activation that met it ends, not its callers.</summary>
    internal bool IsSourceActivation { get; set; } = true;

    /// <inheritdoc/>
    public override string ToString() =>
        $"InconsistentStateException: {Message} Expected Etag={StoredEtag} Received Etag={CurrentEtag} {InnerException}";
}
