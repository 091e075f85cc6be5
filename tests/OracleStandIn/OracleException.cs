using System.Data.Common;

namespace Oracle.ManagedDataAccess.Client;

/// <summary>An error of Oracle, by its number.</summary>
public sealed class OracleException : DbException
{
    internal OracleException(int number, string message)
        : base($"ORA-{number:D5}: {message}") => Number = number;

    /// <summary>The number.</summary>
    public int Number { get; }
}
