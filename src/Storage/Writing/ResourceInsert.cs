using LoApi.Storage.Resources;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Writing;

/// <summary>A new resource, complete, of version 1.</summary>
/// <param name="Owned">The resource and whose it is.</param>
public sealed record ResourceInsert(OwnedResource Owned) : RowChange
{
    internal override string OrderKey => $"{Owned.Resource.Id}";

    internal override Row ToRow() => ResourceTable.ToInsert(Owned);
}
