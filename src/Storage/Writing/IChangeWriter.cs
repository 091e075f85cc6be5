using LoApi.Errors;

namespace LoApi.Storage.Writing;

/// <summary>The one way to the tables that LoApi owns.</summary>
public interface IChangeWriter
{
    /// <summary>
    /// Writes a change set and returns once it is committed, or refused with nothing of it done. Once submitted it
    /// cannot be called back, whoever still waits for it.
    /// </summary>
    /// <exception cref="ArgumentException">A value does not fit its column: too long, empty, finer than it is kept. Nothing was done.</exception>
    /// <exception cref="OverloadedException">Too many change sets wait already, or the process is stopping. Nothing was done.</exception>
    /// <exception cref="DatabaseUnavailableException">The database does not answer. Nothing was done.</exception>
    /// <exception cref="OutcomeUnknownException">
    /// The database fell silent in the middle of a commit: the change set may have been committed. Ask the database
    /// before answering from memory.
    /// </exception>
    Task<WriteResult> WriteAsync(ChangeSet changes);
}
