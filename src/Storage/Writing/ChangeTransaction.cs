using System.Collections.Immutable;
using System.Data.Common;
using System.Diagnostics;
using Dapper;
using LoApi.Errors;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Writing;

/// <summary>One transaction of the writer, with a mark that tells whether its commit was sent.</summary>
internal sealed class ChangeTransaction : IAsyncDisposable
{
    private const string UndoSql = "ROLLBACK TO SAVEPOINT change_set";

    private readonly Database _database;
    private readonly WriteConnection _writer;
    private readonly DbTransaction _transaction;

    private ChangeTransaction(Database database, WriteConnection writer, DbTransaction transaction)
    {
        _database = database;
        _writer = writer;
        _transaction = transaction;
    }

    /// <summary>Whether the outcome may be unknown if an exception comes now.</summary>
    public bool CommitSent { get; private set; }

    /// <summary>Begins one, once it may; throws what the driver throws, and <see cref="OverloadedException"/> where its turn does not come.</summary>
    public static Task<ChangeTransaction> BeginAsync(Database database) => BeginAsync(database, SessionTag.Write);

    /// <summary>As <see cref="BeginAsync(Database)"/>, and the database is told what it is about.</summary>
    public static async Task<ChangeTransaction> BeginAsync(Database database, SessionTag tag)
    {
        WriteConnection? writer = null;
        try
        {
            writer = await database.OpenToWriteAsync();
            database.Dialect.Tag(writer.Connection, tag);
            return new ChangeTransaction(database, writer, await writer.Connection.BeginTransactionAsync());
        }
        catch (Exception exception) when (exception is not OverloadedException && database.Measures.Failed(database.Dialect.Classify(exception)))
        {
            throw;
        }
        catch
        {
            if (writer is not null)
            {
                await writer.DisposeAsync();
            }

            throw;
        }
    }

    /// <summary>Every row of a query, as this transaction sees them. Throws what the driver throws.</summary>
    public Task<IReadOnlyList<T>> QueryAsync<T>(string sql, Bindings bindings) =>
        Measured(sql, () => ReadRows.AllAsync<T>(_writer.Connection, Command(sql, bindings)));

    /// <summary>What each of some queries finds in its one column, in one round trip where the database can. Throws what the driver throws.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> QueryTextsAsync(ImmutableArray<(string Sql, Bindings Bindings)> queries)
    {
        var found = new List<IReadOnlyList<string>>(queries.Length);
        if (!_database.Dialect.HasBatches || queries.IsEmpty)
        {
            foreach (var (sql, bindings) in queries)
            {
                found.Add(await QueryAsync<string>(sql, bindings));
            }

            return found;
        }

        await using var batch = NewBatch();
        foreach (var (sql, bindings) in queries)
        {
            bindings.AddTo(Add(batch, sql), _database.Dialect);
        }

        return await Measured([.. queries.Select(query => query.Sql)], async () =>
        {
            await using var reader = await batch.ExecuteReaderAsync();
            do
            {
                found.Add(await ReadTextsAsync(reader));
            }
            while (await reader.NextResultAsync());

            return found;
        });
    }

    /// <summary>Executes one statement; answers how many rows it touched. Throws what the driver throws.</summary>
    public Task<int> ExecuteAsync(string sql, Bindings bindings) =>
        Measured(sql, () => _writer.Connection.ExecuteAsync(Command(sql, bindings)));

    /// <summary>
    /// Writes rows, those of one shape by one statement, shapes in a fixed order, and all in one round trip where the
    /// database can; false where a row that was to be changed is not as expected. Throws what the driver throws.
    /// </summary>
    public async Task<bool> WriteAsync(IEnumerable<Row> rows)
    {
        var sets = RowSet.Of(rows);
        if (_database.Dialect.HasBatches)
        {
            return sets.IsEmpty || await WriteTogetherAsync(sets);
        }

        foreach (var set in sets)
        {
            var touched = await Measured(
                _database.StatementOf(set.Shape),
                () => _database.WriteAsync(_writer.Connection, _transaction, set.Shape, set.Values, CancellationToken.None));
            if (touched != set.Values.Length)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>From now on waits no longer than so for a lock, where the database has such a bound.</summary>
    public Task WaitForLocksAsync(int milliseconds) =>
        _database.Dialect.LockTimeout(milliseconds) is { } sql ? ExecuteAsync(sql) : Task.CompletedTask;

    /// <summary>
    /// As <see cref="WriteAsync"/>, of a change set that has the transaction to itself: where it fails, that is to be given up.
    /// Throws <see cref="LockedOutException"/> and <see cref="RefusedChangeException"/> where that is the change set's own
    /// fault, and what the driver throws where the transaction is lost.
    /// </summary>
    public async Task<WriteResult> WriteAloneAsync(PendingWrite write)
    {
        try
        {
            return await WriteAsync(write.Rows) ? WriteResult.Committed : WriteResult.VersionConflict;
        }
        catch (DbException exception) when (_database.Dialect.Classify(exception) == StorageFault.UniqueViolation)
        {
            return WriteResult.UniqueConflict;
        }
        catch (DbException exception) when (_database.Dialect.Classify(exception) == StorageFault.Locked)
        {
            throw new LockedOutException(exception);
        }
        catch (DbException exception) when (!_database.IsUnavailable(exception))
        {
            throw new RefusedChangeException(exception);
        }
    }

    /// <summary>As <see cref="WriteAloneAsync"/>; but where it fails, nothing of it is left and the transaction goes on.</summary>
    public async Task<WriteResult> WriteOrUndoAsync(PendingWrite write)
    {
        await ExecuteAsync("SAVEPOINT change_set");
        WriteResult result;
        try
        {
            result = await WriteAloneAsync(write);
        }
        catch (Exception exception) when (exception is LockedOutException or RefusedChangeException)
        {
            await ExecuteAsync(UndoSql);
            throw;
        }

        var end = result == WriteResult.Committed ? _database.Dialect.ReleaseSavepoint : UndoSql;
        await (end is null ? Task.CompletedTask : ExecuteAsync(end));
        return result;
    }

    public async Task CommitAsync()
    {
        CommitSent = true;
        var started = _database.Measures.Now;
        using var span = StorageSpans.OfStatement("COMMIT", _database.Dialect);
        try
        {
            await _transaction.CommitAsync();
        }
        catch (Exception exception) when (IsMeasured(exception, span))
        {
            throw; // Never: it is measured, and goes on.
        }

        _database.Measures.Committed(started);
        _writer.IsSound = true;
    }

    /// <summary>Ends it without a trace.</summary>
    public async Task RollbackAsync()
    {
        await Measured("ROLLBACK", async () =>
        {
            await _transaction.RollbackAsync();
            return true;
        });
        _writer.IsSound = true;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // Rolls back what was not committed.
            await _transaction.DisposeAsync();
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            // The connection broke, or the database rolled back by itself: either way there is nothing left to undo.
        }
        finally
        {
            await EndAsync(); // Whatever else went wrong, the turn to write must go on to the next.
        }
    }

    private async Task EndAsync()
    {
        try
        {
            await _writer.DisposeAsync();
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            // What the transaction came to is known by now, and must not be hidden by what its end came to.
        }
    }

    private static bool IsBroken(Exception exception) => exception is DbException or InvalidOperationException or IOException;

    private static DbBatchCommand Add(DbBatch batch, string sql)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = sql;
        batch.BatchCommands.Add(command);
        return command;
    }

    private static async Task<List<string>> ReadTextsAsync(DbDataReader reader)
    {
        var texts = new List<string>();
        while (await reader.ReadAsync())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    private CommandDefinition Command(string sql, Bindings bindings) =>
        new(sql, bindings.For(_database.Dialect), _transaction, _database.Options.CommandTimeoutSeconds);

    private async Task<bool> WriteTogetherAsync(ImmutableArray<RowSet> sets)
    {
        await using var batch = NewBatch();
        foreach (var set in sets)
        {
            _database.Dialect.Bind(Add(batch, _database.StatementOf(set.Shape)).Parameters, set);
        }

        // The driver keeps what was prepared with the pooled connection: the next batch finds it there.
        await Measured([.. batch.BatchCommands.Select(command => command.CommandText)], async () =>
        {
            await batch.PrepareAsync();
            return await batch.ExecuteNonQueryAsync();
        });
        return batch.BatchCommands.Zip(sets).All(written => written.First.RecordsAffected == written.Second.Values.Length);
    }

    private DbBatch NewBatch()
    {
        var batch = _writer.Connection.CreateBatch();
        batch.Transaction = _transaction;
        batch.Timeout = _database.Options.CommandTimeoutSeconds;
        return batch;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _writer.Connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = sql;
        command.CommandTimeout = _database.Options.CommandTimeoutSeconds;
        await Measured(sql, () => command.ExecuteNonQueryAsync());
    }

    private bool IsMeasured(Exception exception, Activity? span) =>
        StorageSpans.Fail(span, exception) || _database.Measures.Failed(_database.Dialect.Classify(exception));

    private Task<T> Measured<T>(string sql, Func<Task<T>> execute) => Measured([sql], execute);

    private async Task<T> Measured<T>(ImmutableArray<string> statements, Func<Task<T>> execute)
    {
        using var span = StorageSpans.OfStatements(statements, _database.Dialect);
        try
        {
            return await execute();
        }
        catch (Exception exception) when (IsMeasured(exception, span))
        {
            throw; // As above.
        }
    }
}
