namespace LoApi.Storage.Sql;

/// <summary>What an insert claims that no other row may have.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column, which has a unique index of its own.</param>
/// <param name="Value">The value, as text.</param>
internal readonly record struct ClaimedKey(string Table, string Column, string Value);
