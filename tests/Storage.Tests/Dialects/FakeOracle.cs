using System.Data.Common;
using LoApi.Storage.Dialects;
using Microsoft.Data.Sqlite;

namespace LoApi.Storage.Tests.Dialects;

/// <summary>As much of Oracle's driver as the dialect touches by name.</summary>
internal static class FakeOracle
{
    public static OracleDialect Dialect(string connectionString = "Data Source=x") =>
        new(new Factory(), new StorageOptions { Provider = StorageProvider.Oracle, ConnectionString = connectionString });

    private sealed class Factory : DbProviderFactory;

    /// <summary>An exception with an ORA number.</summary>
    public sealed class OracleException(int number) : DbException
    {
        public int Number { get; } = number;
    }

    /// <summary>A command that takes arrays and counts what it was asked.</summary>
    public sealed class Command : SqliteCommand
    {
        public int ArrayBindCount { get; set; }

        public bool BindByName { get; set; }

        public int InitialLOBFetchSize { get; set; }

        public int Executions { get; private set; }

        public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken)
        {
            Executions++;
            return Task.FromResult(Math.Max(1, ArrayBindCount));
        }
    }
}
