using System.Data.Common;
using LoApi.Errors;
using LoApi.Storage.Sql;
using LoApi.Storage.Writing;

namespace LoApi.Storage.Audit;

/// <summary>Takes entries that have no change set to go with.</summary>
public sealed class AuditOutbox
{
    private readonly Database _database;
    private readonly AuditSignal _signal;

    internal AuditOutbox(Database database, AuditSignal signal)
    {
        _database = database;
        _signal = signal;
    }

    /// <summary>
    /// Commits entries, all or none. The same entries again, while they wait to be chained, change nothing; later, the chain
    /// drops them. Throws <see cref="DatabaseUnavailableException"/> where the database does not answer, and
    /// <see cref="OutcomeUnknownException"/> where it fell silent in the middle of the commit.
    /// </summary>
    public async Task AppendAsync(IReadOnlyCollection<AuditEntry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        ChangeTransaction? transaction = null;
        try
        {
            transaction = await ChangeTransaction.BeginAsync(_database);
            await transaction.WriteAsync(entries.Select(AuditOutboxTable.ToInsert));
            await transaction.CommitAsync();
        }
        catch (DbException exception) when (_database.Dialect.Classify(exception) == StorageFault.UniqueViolation)
        {
            return; // They are there: a call before this one was cut off after its commit.
        }
        catch (Exception exception) when (_database.IsUnavailable(exception))
        {
            throw transaction is { CommitSent: true } ? new OutcomeUnknownException(exception) : new DatabaseUnavailableException(exception);
        }
        finally
        {
            if (transaction is not null)
            {
                await transaction.DisposeAsync();
            }
        }

        foreach (var partition in entries.Select(entry => entry.Partition).Distinct())
        {
            _signal.Raise(partition);
        }
    }
}
