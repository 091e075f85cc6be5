using LoApi.Storage.Idempotency;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Writing;

/// <summary>The answer to a write, to be kept with its effect.</summary>
/// <param name="Record">The answer.</param>
public sealed record IdempotencyInsert(IdempotencyRecord Record) : RowChange
{
    internal override string OrderKey => $"{Record.ClientId}\n{Record.Key}";

    internal override Row ToRow() => IdempotencyRow.ToInsert(Record);
}
