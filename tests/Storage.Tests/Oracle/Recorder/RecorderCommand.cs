using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace LoApi.Storage.Tests.Oracle.Recorder;

/// <summary>A command that is put on file and then executed by PostgreSQL.</summary>
internal sealed class RecorderCommand : DbCommand
{
    private readonly RecorderParameters _parameters = new();

    [AllowNull]
    public override string CommandText { get; set; } = "";

    public override int CommandTimeout { get; set; } = 30;

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    /// <summary>Oracle's own: whether parameters are found by their names. The recorder goes by their order all the same.</summary>
    public bool BindByName { get; set; }

    /// <summary>Oracle's own: for how many rows the statement is executed, each parameter an array of as many values.</summary>
    public int ArrayBindCount { get; set; }

    /// <summary>Oracle's own: how much of a CLOB comes with its row; -1 for all of it.</summary>
    public int InitialLOBFetchSize { get; set; }

    protected override DbConnection? DbConnection { get; set; }

    protected override DbParameterCollection DbParameterCollection => _parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    private RecorderConnection Owner => (RecorderConnection)(Connection ?? throw new InvalidOperationException("The command has no connection."));

    public override void Cancel()
    {
        // Nothing runs without somebody who waits for it.
    }

    public override int ExecuteNonQuery() => ExecuteNonQueryAsync(CancellationToken.None).GetAwaiter().GetResult();

    public override async Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken)
    {
        if (Record() is not { } text)
        {
            return -1;
        }

        try
        {
            if (ArrayBindCount > 1)
            {
                return await ExecuteArrayAsync(text, cancellationToken);
            }

            if (text.EndsWith(';'))
            {
                return await ExecuteWholeAsync(text, cancellationToken);
            }

            await using var command = ServerCommand(text);
            return await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            throw RecorderException.From(exception, ArrayBindCount > 1);
        }
    }

    public override object? ExecuteScalar() => ExecuteScalarAsync(CancellationToken.None).GetAwaiter().GetResult();

    public override async Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken)
    {
        await using var reader = await ExecuteDbDataReaderAsync(CommandBehavior.Default, cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? reader.GetValue(0) : null;
    }

    public override void Prepare()
    {
        // Oracle's driver keeps statements by their text; to prepare does nothing.
    }

    protected override DbParameter CreateDbParameter() => new RecorderParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) =>
        ExecuteDbDataReaderAsync(behavior, CancellationToken.None).GetAwaiter().GetResult();

    protected override async Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken)
    {
        var text = Record() ?? throw new InvalidOperationException($"No query: {CommandText}");
        await using var command = ServerCommand(text);
        try
        {
            return new RecorderReader(await command.ExecuteReaderAsync(behavior, cancellationToken));
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            throw RecorderException.From(exception);
        }
    }

    /// <summary>Puts the command on file; what the server is asked, null where it need not be.</summary>
    private string? Record()
    {
        var statement = Owner.Factory.Recording.Statement(this, _parameters.List, Owner.Current is not null);
        if (statement.IsDefinition && Owner.Current is not null)
        {
            throw new InvalidOperationException($"Oracle would commit the transaction before and after: {CommandText}");
        }

        return ServerText.Of(CommandText, Owner.Factory.ServerIsOracleLike);
    }

    private async Task<int> ExecuteArrayAsync(string text, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(Owner.Server) { Timeout = CommandTimeout };
        for (var row = 0; row < ArrayBindCount; row++)
        {
            var command = new NpgsqlBatchCommand(text);
            foreach (var parameter in _parameters.List)
            {
                command.Parameters.Add(Typed(parameter, ((object[])parameter.Value!)[row]));
            }

            batch.BatchCommands.Add(command);
        }

        return await batch.ExecuteNonQueryAsync(cancellation);
    }

    // PL/SQL: what stands in a batch PostgreSQL's driver does not cut at its semicolons.
    private async Task<int> ExecuteWholeAsync(string text, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(Owner.Server) { Timeout = CommandTimeout };
        batch.BatchCommands.Add(new NpgsqlBatchCommand(text));
        return await batch.ExecuteNonQueryAsync(cancellation);
    }

    private NpgsqlCommand ServerCommand(string text)
    {
        var command = new NpgsqlCommand(text, Owner.Server)
        {
            CommandTimeout = CommandTimeout,
            AllResultTypesAreUnknown = Owner.Factory.ServerIsOracleLike, // Its types come as text.
        };
        foreach (var parameter in _parameters.List)
        {
            command.Parameters.Add(Typed(parameter, parameter.Value));
        }

        return command;
    }

    // Named, but Recording has made sure that the order of the names is that of the text.
    private NpgsqlParameter Typed(RecorderParameter parameter, object? value) =>
        new(parameter.ParameterName, parameter.ServerType(Owner.Factory.ServerIsOracleLike)) { Value = parameter.ServerValue(value) };
}
