using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using LoApi.Storage.Dialects;
using Microsoft.Data.Sqlite;

namespace LoApi.Storage.Tests.Dialects;

/// <summary>As much of Oracle's driver as the dialect touches by name.</summary>
internal static class FakeOracle
{
    public static OracleDialect Dialect(string connectionString = "Data Source=x") =>
        new(new Factory(), new StorageOptions { Provider = StorageProvider.Oracle, ConnectionString = connectionString });

    private sealed class Factory : DbProviderFactory;

    /// <summary>An exception with an ORA number, and those of the errors that it stands for.</summary>
    public sealed class OracleException(int number, params int[] errors) : DbException
    {
        public int Number { get; } = number;

        public IReadOnlyList<OracleError> Errors { get; } = [.. errors.Select(error => new OracleError(error))];
    }

    /// <summary>One of an exception's errors.</summary>
    public sealed record OracleError(int Number);

    /// <summary>Where connections come from.</summary>
    public sealed class Source : DbDataSource
    {
        public override string ConnectionString => "";

        protected override DbConnection CreateDbConnection() => new Connection();
    }

    /// <summary>A connection whose pool is not there until one was opened, as the driver says by an exception.</summary>
    public sealed class Connection : DbConnection
    {
        public static bool HasPool { get; set; }

        public static int Cleared { get; private set; }

        [AllowNull]
        public override string ConnectionString { get; set; } = "";

        public override string Database => "";

        public override string DataSource => "";

        public override string ServerVersion => "";

        public override ConnectionState State => ConnectionState.Closed;

        public static void ClearPool(Connection connection)
        {
            _ = HasPool ? connection : throw new InvalidOperationException("There is no such pool.");
            Cleared++;
        }

        public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

        public override void Close()
        {
        }

        public override void Open() => throw new NotSupportedException();

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw new NotSupportedException();

        protected override DbCommand CreateDbCommand() => throw new NotSupportedException();
    }

    /// <summary>A command that takes arrays and counts what it was asked.</summary>
    public sealed class Command : SqliteCommand
    {
        public int ArrayBindCount { get; set; }

        public bool BindByName { get; set; }

        public int InitialLOBFetchSize { get; set; }

        public int Executions { get; private set; }

        /// <summary>What every execution ends with; null for success.</summary>
        public DbException? Failure { get; init; }

        public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken)
        {
            Executions++;
            return Failure is null ? Task.FromResult(Math.Max(1, ArrayBindCount)) : Task.FromException<int>(Failure);
        }
    }
}
