using LoApi.Resources;
using LoApi.Storage.Resources;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Writing;

/// <summary>A changed resource, whole, with its new version.</summary>
/// <param name="Resource">The resource as it is to be; its version is one more than <paramref name="ExpectedVersion"/>.</param>
/// <param name="ExpectedVersion">The version that it must still have.</param>
public sealed record ResourceUpdate(Resource Resource, long ExpectedVersion) : RowChange
{
    internal override string OrderKey => $"{Resource.Id}";

    internal override Row ToRow() => ResourceTable.ToUpdate(Resource, ExpectedVersion);
}
