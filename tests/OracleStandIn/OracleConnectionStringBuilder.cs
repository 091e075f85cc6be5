using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Oracle.ManagedDataAccess.Client;

/// <summary>Takes the names that Oracle's driver knows, as far as LoApi writes them, and no other.</summary>
internal sealed class OracleConnectionStringBuilder : DbConnectionStringBuilder
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "User Id", "Password", "Data Source", "Connection Timeout", "Max Pool Size", "Min Pool Size", "Validate Connection",
    };

    /// <inheritdoc/>
    [AllowNull]
    public override object this[string keyword]
    {
        get => base[keyword];
        set => base[Known.Contains(keyword) ? keyword : throw new ArgumentException($"'{keyword}' is an invalid connection string attribute", nameof(keyword))] = value;
    }
}
