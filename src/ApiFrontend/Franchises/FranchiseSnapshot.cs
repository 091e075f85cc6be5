using System.Text.Json;
using LoApi.ApiFrontend.Reference;
using LoApi.ApiFrontend.Representations;
using LoApi.Franchises;
using LoApi.Reference;

namespace LoApi.ApiFrontend.Franchises;

/// <summary>How the table of franchises becomes a snapshot.</summary>
internal static class FranchiseSnapshot
{
    public static ReferenceSnapshot<Franchise> Build(ReferenceTable table) =>
        new(
            table,
            ((FranchiseTable)table).Rows,
            franchise => franchise.Code,
            franchise => JsonSerializer.SerializeToUtf8Bytes(franchise, ApiJson.Contract.Franchise));
}
