using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using LoApi.Errors;
using LoApi.Storage.Dialects;
using Microsoft.Extensions.Options;

namespace LoApi.Storage.Sql;

/// <summary>
/// Opens connections and runs queries. Waits for a free reader, for a connection and for an answer are all bounded; what
/// a driver throws because the database does not answer comes out as <see cref="DatabaseUnavailableException"/>.
/// </summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly DbDataSource _source;
    private readonly SemaphoreSlim _readers;
    private readonly SemaphoreSlim? _writeTurn;
    private readonly ConcurrentDictionary<RowShape, string> _statements = new();
    private DbConnection? _kept;
    private int _waitingReaders;

    public Database(IOptions<StorageOptions> options, StorageMeasures measures)
        : this(options.Value, Dialects.Dialect.For(options.Value), measures)
    {
    }

    internal Database(StorageOptions options, IDialect dialect, StorageMeasures measures)
    {
        TypeHandlers.Register();
        Options = options;
        Dialect = dialect;
        Measures = measures;
        _source = Dialect.Factory.CreateDataSource(Dialect.ConnectionString);
        _readers = new SemaphoreSlim(Options.MaxReaders);
        if (Dialect.HasOneWriter)
        {
            _writeTurn = new SemaphoreSlim(1);
            Writer = new SingleThreadScheduler("SQLite writer");
        }

        measures.ObserveReaders(() => Options.MaxReaders - _readers.CurrentCount, () => Volatile.Read(ref _waitingReaders), Options.MaxReaders);
    }

    public StorageOptions Options { get; }

    public IDialect Dialect { get; }

    public StorageMeasures Measures { get; }

    public DbDataSource Source => _source;

    /// <summary>Where to write from, where the database has one writer at a time and its driver holds the thread that calls it.</summary>
    public SingleThreadScheduler? Writer { get; }

    /// <summary>Every row of a query, within the time that a statement has.</summary>
    public Task<IReadOnlyList<T>> QueryAsync<T>(string sql, Bindings bindings, CancellationToken cancellation) =>
        QueryAsync<T>(sql, bindings, Options.CommandTimeoutSeconds, cancellation);

    /// <summary>Every row of a query that may take its time, in seconds.</summary>
    public Task<IReadOnlyList<T>> QueryAsync<T>(string sql, Bindings bindings, int timeoutSeconds, CancellationToken cancellation) =>
        ReadAsync(
            sql,
            async connection =>
            {
                using var interrupt = Dialect.InterruptBy(connection, cancellation);
                return await ReadRows.AllAsync<T>(connection, Command(sql, bindings, timeoutSeconds, cancellation));
            },
            cancellation);

    /// <summary>The one row of a query, or null.</summary>
    public Task<T?> QueryOneAsync<T>(string sql, Bindings bindings, CancellationToken cancellation) =>
        ReadAsync(
            sql,
            connection => ReadRows.OneAsync<T>(connection, Command(sql, bindings, Options.CommandTimeoutSeconds, cancellation)),
            cancellation);

    /// <summary>A connection, opened and set up; beyond the bound on readers.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = _source.CreateConnection();
        try
        {
            await connection.OpenAsync(cancellation);
            await Dialect.SetUpSessionAsync(connection, cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// A connection to write by. Where the database has one writer at a time, those of this process queue here: in the
    /// driver they would sleep in growing steps. Throws <see cref="OverloadedException"/> where it takes longer than a
    /// statement may.
    /// </summary>
    public async Task<WriteConnection> OpenToWriteAsync()
    {
        if (_writeTurn is null)
        {
            return new WriteConnection(await OpenAsync(CancellationToken.None), connection => connection.DisposeAsync(), end: null);
        }

        if (!await _writeTurn.WaitAsync(TimeSpan.FromSeconds(Options.CommandTimeoutSeconds)))
        {
            throw new OverloadedException();
        }

        try
        {
            var connection = TakeKept() ?? await OpenAsync(CancellationToken.None);
            return new WriteConnection(connection, KeepAsync, () => _writeTurn.Release());
        }
        catch
        {
            _writeTurn.Release();
            throw;
        }
    }

    /// <summary>Closes the pooled connections that nobody uses, because one of them turned out to be dead.</summary>
    public void ClearPool()
    {
        Interlocked.Exchange(ref _kept, null)?.Dispose();
        Dialect.ClearPool(_source);
    }

    /// <summary>The statement of a shape.</summary>
    public string StatementOf(RowShape shape) => _statements.GetOrAdd(shape, Dialect.Statement);

    /// <summary>Executes a shape's statement for all the rows; answers how many it touched.</summary>
    public async Task<int> WriteAsync(
        DbConnection connection,
        DbTransaction transaction,
        RowShape shape,
        IReadOnlyList<object?[]> rows,
        CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = StatementOf(shape);
        command.CommandTimeout = Options.CommandTimeoutSeconds;
        return await Dialect.ExecuteAsync(command, shape, rows, cancellation);
    }

    /// <summary>Whether an exception means that the database does not answer, rather than that the statement is at fault.</summary>
    public bool IsUnavailable(Exception exception) => Dialect.Classify(exception)
        is StorageFault.Unavailable or StorageFault.Credentials or StorageFault.Transient or StorageFault.Locked or StorageFault.Cancelled;

    public async ValueTask DisposeAsync()
    {
        ClearPool();
        await _source.DisposeAsync();
        _readers.Dispose();
        _writeTurn?.Dispose();
        Writer?.Dispose();
    }

    private CommandDefinition Command(string sql, Bindings bindings, int timeoutSeconds, CancellationToken cancellation) =>
        new(sql, bindings.For(Dialect), commandTimeout: timeoutSeconds, cancellationToken: cancellation);

    private async Task<T> ReadAsync<T>(string sql, Func<DbConnection, Task<T>> read, CancellationToken cancellation)
    {
        using var span = StorageSpans.OfStatement(sql, Dialect);
        try
        {
            await TakeReaderAsync(cancellation);
        }
        catch (Exception exception) when (StorageSpans.Fail(span, exception))
        {
            throw; // Never: it is noted, and goes on.
        }

        try
        {
            return await ReadOrRetryAsync(read, cancellation);
        }
        catch (Exception exception) when (StorageSpans.Fail(span, exception))
        {
            throw; // As above.
        }
        finally
        {
            _readers.Release();
        }
    }

    private async Task TakeReaderAsync(CancellationToken cancellation)
    {
        var turn = _readers.WaitAsync(TimeSpan.FromSeconds(Options.ConnectTimeoutSeconds), cancellation);
        var waits = !turn.IsCompleted;
        Interlocked.Add(ref _waitingReaders, waits ? 1 : 0);
        try
        {
            if (!await turn)
            {
                throw new OverloadedException();
            }
        }
        finally
        {
            Interlocked.Add(ref _waitingReaders, waits ? -1 : 0);
        }
    }

    /// <summary>A pooled connection may lead to a server that has restarted since: what failed is read once more over a new one.</summary>
    private async Task<T> ReadOrRetryAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var opened = false;
            try
            {
                await using var connection = await OpenAsync(cancellation);
                Dialect.Tag(connection, SessionTag.Read);
                opened = true;
                return await read(connection);
            }
            catch (Exception exception) when (Failed(exception, cancellation) || IsUnavailable(exception))
            {
                cancellation.ThrowIfCancellationRequested();
                if (attempt > 1 || !opened || Dialect.Classify(exception) != StorageFault.Unavailable)
                {
                    throw new DatabaseUnavailableException(exception);
                }

                ClearPool();
            }
        }
    }

    private bool Failed(Exception exception, CancellationToken cancellation) =>
        !cancellation.IsCancellationRequested && Measures.Failed(Dialect.Classify(exception));

    /// <summary>
    /// The connection that the last one wrote by, if the file is where it was. By one that has moved nothing would be
    /// written that anybody finds again; those that read are closed with it.
    /// </summary>
    private DbConnection? TakeKept()
    {
        if (Interlocked.Exchange(ref _kept, null) is not { } kept)
        {
            return null;
        }

        if (!Dialect.HasMoved(kept))
        {
            return kept;
        }

        kept.Dispose();
        ClearPool();
        return null;
    }

    /// <summary>The one writer goes on with the same connection: what it has in memory of the file is as the file is.</summary>
    private ValueTask KeepAsync(DbConnection connection) =>
        Interlocked.Exchange(ref _kept, connection)?.DisposeAsync() ?? ValueTask.CompletedTask;
}
