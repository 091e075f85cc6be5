using LoApi.Storage.Resources;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Writing;

/// <summary>A resource that is to be gone.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ExpectedVersion">The version that it must still have.</param>
public sealed record ResourceDelete(Guid Id, long ExpectedVersion) : RowChange
{
    internal override string OrderKey => $"{Id}";

    internal override Row ToRow() => ResourceTable.ToDelete(Id, ExpectedVersion);
}
