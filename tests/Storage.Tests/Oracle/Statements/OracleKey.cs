using System.Collections.Immutable;

namespace LoApi.Storage.Tests.Oracle.Statements;

/// <summary>An index or a key: its name, and its columns in order.</summary>
internal sealed record OracleKey(string Name, ImmutableArray<string> Columns);
