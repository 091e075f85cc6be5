using LoApi.Errors;
using LoApi.Storage.Audit;
using LoApi.Storage.Sql;
using Microsoft.Extensions.Logging;

namespace LoApi.Storage.Writing;

/// <summary>
/// Commits a batch: all of it at once where nothing is at fault; else each change set under a savepoint of its own, so
/// that one that fails undoes only itself. Where a commit is cut off, it finds out what became of it.
/// </summary>
internal sealed class BatchCommit(Database database, AuditSignal audit, TimeProvider time, ILogger logger)
{
    // PostgreSQL keeps this many subtransactions of a session in shared memory; beyond it, every reader pays.
    private const int SavepointsPerTransaction = 64;

    // Long enough for another writer's commit, short enough for a transaction of which every change set is locked out.
    private const int BriefLockTimeoutMilliseconds = 100;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>Tells every change set its outcome. Throws only what is the same for all that have none yet.</summary>
    public async Task WriteAsync(PendingWrite[] batch)
    {
        var lockedOut = false;
        if (batch.Length > 1)
        {
            if (await WriteTogetherAsync(batch) is not { } refused)
            {
                return;
            }

            lockedOut = database.Dialect.Classify(refused) == StorageFault.Locked;
        }

        foreach (var group in batch.Chunk(SavepointsPerTransaction))
        {
            await WriteOneByOneAsync(group, lockedOut);
        }
    }

    /// <summary>Tells all of the batch their outcome; or answers why it could not be written as one, and nothing of it is.</summary>
    private async Task<Exception?> WriteTogetherAsync(PendingWrite[] batch)
    {
        HashSet<PendingWrite> taken = [];
        try
        {
            await WithTransactionAsync(batch, alone: false, async transaction =>
            {
                taken = await TakenKeys.FindAsync(transaction, batch);
                if (!await transaction.WriteAsync(batch.Where(write => !taken.Contains(write)).SelectMany(write => write.Rows)))
                {
                    throw new BatchRefusedException();
                }

                return true;
            });
        }
        catch (OutcomeUnknownException unknown)
        {
            await ResolveAsync(batch, unknown);
            return null;
        }
        catch (Exception exception) when (exception is not (DatabaseUnavailableException or OverloadedException))
        {
            // One of them is at fault, or is locked out by somebody else: the others need not suffer for it.
            Log.Replaying(logger, exception, batch.Length);
            return exception;
        }

        foreach (var write in batch)
        {
            Complete(write, taken.Contains(write) ? WriteResult.UniqueConflict : WriteResult.Committed);
        }

        return null;
    }

    private async Task WriteOneByOneAsync(PendingWrite[] group, bool lockedOut)
    {
        try
        {
            Tell(group, await TryOneByOneAsync(group, lockedOut));
        }
        catch (OutcomeUnknownException unknown)
        {
            await ResolveAsync(group, unknown);
        }
    }

    /// <param name="group">At most as many as a transaction may have savepoints.</param>
    /// <param name="lockedOut">One of them has waited for a lock already: it need not be waited for as long again.</param>
    private async Task<Attempt[]> TryOneByOneAsync(PendingWrite[] group, bool lockedOut)
    {
        var attempts = new Attempt[group.Length];
        await WithTransactionAsync(group, alone: true, async transaction =>
        {
            var brief = false;
            for (var i = 0; i < group.Length; i++)
            {
                if (lockedOut && !brief)
                {
                    await transaction.WaitForLocksAsync(BriefLockTimeoutMilliseconds);
                    brief = true;
                }

                try
                {
                    // Savepoints are for the others' sake: a lone one does without, and without their round trips.
                    attempts[i] = new(
                        await (group.Length == 1 ? transaction.WriteAloneAsync(group[i]) : transaction.WriteOrUndoAsync(group[i])), Failure: null);
                }
                catch (RefusedChangeException refused)
                {
                    attempts[i] = new(default, refused);
                }
                catch (LockedOutException locked)
                {
                    // Whoever holds this lock may hold those of many: together they are not waited for longer than one.
                    attempts[i] = new(default, locked);
                    lockedOut = true;
                }
            }

            return Array.Exists(attempts, attempt => attempt.Committed);
        });
        return attempts;
    }

    /// <summary>
    /// Finds out what became of change sets whose commit was cut off: executes those of which there is no trace again, and
    /// one that was committed after all meets its own change id, or the row that it made. Throws
    /// <see cref="OutcomeUnknownException"/> where that is not found out, because the database stays away or for whatever reason.
    /// </summary>
    private async Task ResolveAsync(PendingWrite[] group, OutcomeUnknownException unknown)
    {
        Log.Resolving(logger, unknown, group.Length);
        try
        {
            database.ClearPool();
            foreach (var rest in (await TellCommittedAsync(group)).Chunk(SavepointsPerTransaction))
            {
                var attempts = await TryOneByOneAsync(rest, lockedOut: false);
                if (Array.Exists(attempts, attempt => !attempt.Committed))
                {
                    // The first execution may have been on its way still when it was looked for.
                    var committed = await FindCommittedAsync(rest);
                    for (var i = 0; i < rest.Length; i++)
                    {
                        attempts[i] = committed.Contains(rest[i].ChangeId) ? new(WriteResult.Committed, Failure: null)
                            // Who holds the lock may be the first execution, which is about to commit.
                            : attempts[i].Failure is LockedOutException locked ? new(default, new OutcomeUnknownException(locked))
                            : attempts[i];
                    }
                }

                Tell(rest, attempts);
            }
        }
        catch (Exception exception) when (exception is not OutcomeUnknownException)
        {
            // Whatever kept it from finding out: they may be committed, and nobody must be told otherwise.
            throw new OutcomeUnknownException(exception);
        }
    }

    /// <summary>Tells those that are committed so; answers the others.</summary>
    private async Task<PendingWrite[]> TellCommittedAsync(PendingWrite[] group)
    {
        var committed = await FindCommittedAsync(group);
        foreach (var write in group.Where(write => committed.Contains(write.ChangeId)))
        {
            Complete(write, WriteResult.Committed);
        }

        return [.. group.Where(write => !committed.Contains(write.ChangeId))];
    }

    /// <summary>Asks until the database answers, as long as <see cref="StorageOptions.OutcomeTimeoutSeconds"/> says.</summary>
    private async Task<HashSet<Guid>> FindCommittedAsync(PendingWrite[] group)
    {
        var started = time.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await CommittedChanges.FindAsync(database, group.Select(write => write.ChangeId));
            }
            catch (Exception exception) when (database.IsUnavailable(exception)
                && time.GetElapsedTime(started) + pause < TimeSpan.FromSeconds(database.Options.OutcomeTimeoutSeconds))
            {
                database.ClearPool();
                await Task.Delay(pause, time);
            }
        }
    }

    private void Tell(PendingWrite[] group, Attempt[] attempts)
    {
        for (var i = 0; i < group.Length; i++)
        {
            switch (attempts[i].Failure)
            {
                case null:
                    Complete(group[i], attempts[i].Result);
                    break;
                case LockedOutException locked:
                    Log.LockedOut(logger, locked);
                    group[i].Fail(new DatabaseUnavailableException(locked));
                    break;
                case var failure:
                    Log.Refused(logger, failure);
                    group[i].Fail(failure);
                    break;
            }
        }
    }

    private void Complete(PendingWrite write, WriteResult result)
    {
        write.Complete(result);
        if (result == WriteResult.Committed)
        {
            audit.Raise(write.AuditPartition);
        }
    }

    /// <summary>
    /// Does work in a transaction and commits it, if the work says that there is something to commit. What fails before the
    /// commit was sent, because a pooled connection had gone stale or two transactions locked each other out, is done once
    /// more: nothing of it is left. What is not done <paramref name="alone"/> but together goes on one by one instead, where
    /// a lock was the reason.
    /// </summary>
    private async Task WithTransactionAsync(PendingWrite[] group, bool alone, Func<ChangeTransaction, Task<bool>> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            ChangeTransaction? transaction = null;
            try
            {
                transaction = await ChangeTransaction.BeginAsync(database, TagOf(group));
                await (await work(transaction) ? transaction.CommitAsync() : transaction.RollbackAsync());
                return;
            }
            catch (Exception exception) when (transaction is { CommitSent: true } && !IsRefusal(exception))
            {
                throw new OutcomeUnknownException(exception);
            }
            catch (Exception exception) when (database.IsUnavailable(exception))
            {
                var fault = database.Dialect.Classify(exception);
                if (fault is StorageFault.Transient or StorageFault.Locked && !alone)
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

    /// <summary>Whose it is, as far as one answer is right for all of them.</summary>
    private static SessionTag TagOf(PendingWrite[] group)
    {
        var client = group[0].Caller.ClientId;
        return SessionTag.Write with
        {
            ClientId = Array.TrueForAll(group, write => write.Caller.ClientId == client) ? client : null,
            RequestId = group.Length == 1 ? group[0].Caller.RequestId : null,
        };
    }

    /// <summary>Whether the database itself refused: whatever else goes wrong with a commit may have gone wrong after it.</summary>
    private bool IsRefusal(Exception exception) => database.Dialect.Classify(exception)
        is StorageFault.UniqueViolation or StorageFault.Integrity or StorageFault.Validation or StorageFault.Transient;

    private readonly record struct Attempt(WriteResult Result, Exception? Failure)
    {
        public bool Committed => Failure is null && Result == WriteResult.Committed;
    }

    private sealed class BatchRefusedException() : Exception("A row of the batch is not of the version that was expected.");
}
