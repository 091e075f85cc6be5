using LoApi.Errors;
using LoApi.Storage.Sql;
using Microsoft.Extensions.Logging;

namespace LoApi.Storage.Writing;

/// <summary>
/// Commits a batch: all of it at once where nothing is at fault; else each change set under a savepoint of its own, so
/// that one that fails undoes only itself.
/// </summary>
internal sealed class BatchCommit(Database database, ILogger logger)
{
    // PostgreSQL keeps this many subtransactions of a session in shared memory; beyond it, every reader pays.
    private const int SavepointsPerTransaction = 64;

    /// <summary>Tells every change set its outcome. Throws only what is the same for all that have none yet.</summary>
    public async Task WriteAsync(PendingWrite[] batch)
    {
        if (batch.Length > 1 && await WriteTogetherAsync(batch))
        {
            return;
        }

        foreach (var group in batch.Chunk(SavepointsPerTransaction))
        {
            await WriteOneByOneAsync(group);
        }
    }

    private async Task<bool> WriteTogetherAsync(PendingWrite[] batch)
    {
        try
        {
            await WithTransactionAsync(retryTransient: false, async transaction =>
            {
                if (!await transaction.WriteAsync(batch.SelectMany(write => write.Rows)))
                {
                    throw new BatchRefusedException();
                }
            });
        }
        catch (Exception exception) when (exception is not (DatabaseUnavailableException or OutcomeUnknownException))
        {
            // One of them is at fault, or is locked out by somebody else: the others need not suffer for it.
            Log.Replaying(logger, exception, batch.Length);
            return false;
        }

        foreach (var write in batch)
        {
            write.Complete(WriteResult.Committed);
        }

        return true;
    }

    private async Task WriteOneByOneAsync(PendingWrite[] group)
    {
        var outcomes = new (WriteResult Result, RefusedChangeException? Refused)[group.Length];
        await WithTransactionAsync(retryTransient: true, async transaction =>
        {
            for (var i = 0; i < group.Length; i++)
            {
                try
                {
                    outcomes[i] = (await transaction.WriteOrUndoAsync(group[i]), null);
                }
                catch (RefusedChangeException refused)
                {
                    outcomes[i] = (default, refused);
                }
            }
        });

        for (var i = 0; i < group.Length; i++)
        {
            if (outcomes[i].Refused is { } refused)
            {
                Log.Refused(logger, refused);
                group[i].Fail(refused);
            }
            else
            {
                group[i].Complete(outcomes[i].Result);
            }
        }
    }

    /// <summary>
    /// Does work in a transaction and commits it. What fails before the commit was sent, because a pooled connection had
    /// gone stale or two transactions locked each other out, is done once more: nothing of it is left.
    /// </summary>
    private async Task WithTransactionAsync(bool retryTransient, Func<ChangeTransaction, Task> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            ChangeTransaction? transaction = null;
            try
            {
                transaction = await ChangeTransaction.BeginAsync(database);
                await work(transaction);
                await transaction.CommitAsync();
                return;
            }
            catch (Exception exception) when (transaction is { CommitSent: true } && !IsRefusal(exception))
            {
                throw new OutcomeUnknownException(exception);
            }
            catch (Exception exception) when (database.IsUnavailable(exception))
            {
                var fault = database.Dialect.Classify(exception);
                if (fault == StorageFault.Transient && !retryTransient)
                {
                    throw;
                }

                if (attempt > 1 || fault is not (StorageFault.Transient or StorageFault.Unavailable))
                {
                    throw new DatabaseUnavailableException(exception);
                }

                Log.Retrying(logger, exception);
                database.ClearPool();
            }
            finally
            {
                if (transaction is not null)
                {
                    await transaction.DisposeAsync();
                }
            }
        }
    }

    /// <summary>Whether the database itself refused: whatever else goes wrong with a commit may have gone wrong after it.</summary>
    private bool IsRefusal(Exception exception) => database.Dialect.Classify(exception)
        is StorageFault.UniqueViolation or StorageFault.Integrity or StorageFault.Validation or StorageFault.Transient;

    private sealed class BatchRefusedException() : Exception("A row of the batch is not of the version that was expected.");
}
