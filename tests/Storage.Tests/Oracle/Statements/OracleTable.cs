namespace LoApi.Storage.Tests.Oracle.Statements;

/// <summary>A table of the schema.</summary>
internal sealed record OracleTable(string Name)
{
    public Dictionary<string, ValueKind> Columns { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Indexes, and the keys that make one.</summary>
    public List<OracleKey> Indexes { get; } = [];

    public List<OracleKey> ForeignKeys { get; } = [];
}
