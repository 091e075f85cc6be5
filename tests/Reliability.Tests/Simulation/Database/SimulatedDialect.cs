using System.Data.Common;
using LoApi.Storage;
using LoApi.Storage.Dialects;
using LoApi.Storage.Migrations;
using LoApi.Storage.Sql;

namespace LoApi.Reliability.Tests.Simulation.Database;

/// <summary>SQLite's dialect over a connection that lets time pass and that may fail.</summary>
internal sealed class SimulatedDialect(SimulatedServer server, SimulatedProcess process) : IDialect
{
    public StorageProvider Provider => server.Sqlite.Provider;

    public DbProviderFactory Factory { get; } = new SimulatedFactory(server, process);

    public string ConnectionString => "";

    public bool HasOneWriter => false; // The server lets transactions queue.

    public bool AddsConstraints => server.Sqlite.AddsConstraints;

    public string Paging => server.Sqlite.Paging;

    public string? ReleaseSavepoint => server.Sqlite.ReleaseSavepoint;

    public string? LockTimeout(int milliseconds) => null;

    public string ColumnType(ColumnKind kind, int length) => server.Sqlite.ColumnType(kind, length);

    public string Statement(RowShape shape) => server.Sqlite.Statement(shape);

    public async Task<int> ExecuteAsync(DbCommand command, RowShape shape, IReadOnlyList<object?[]> rows, CancellationToken cancellation)
    {
        await process.PassAsync();
        var simulated = (SimulatedCommand)command;
        simulated.Sender.Use(server.Faults.OfWriting());
        server.SettlePending();
        return await server.Sqlite.ExecuteAsync(simulated.Inner, shape, rows, cancellation);
    }

    public void Prepare(DbCommand command)
    {
    }

    public void Bind(DbParameter parameter, ColumnKind kind, object? value) => server.Sqlite.Bind(parameter, kind, value);

    public StorageFault Classify(Exception exception) =>
        exception is SimulatedFault simulated ? simulated.Fault : server.Sqlite.Classify(exception);

    public Task SetUpSessionAsync(DbConnection connection, CancellationToken cancellation) => process.PassAsync();

    public void ClearPool(DbDataSource source) => process.ClearPool();

    public Task<MigrationSession> LockMigrationsAsync(DbDataSource source, StorageOptions options, CancellationToken cancellation) =>
        throw new NotSupportedException();
}
