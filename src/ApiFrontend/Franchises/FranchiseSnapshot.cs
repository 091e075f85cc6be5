using System.Text.Json;
using LoApi.ApiFrontend.Reference;
using LoApi.ApiFrontend.Representations;
using LoApi.Franchises;
using LoApi.Reference;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Franchises;

/// <summary>How the table of franchises becomes a snapshot.</summary>
internal static class FranchiseSnapshot
{
    public static ReferenceData<Franchise> Data(
        IGrainFactory grains, TimeProvider clock, IOptions<ReferenceOptions> options, ILogger<ReferenceData<Franchise>> logger) =>
        new(ReferenceTableName.Franchises, Build, grains, clock, options, logger);

    private static ReferenceSnapshot<Franchise> Build(ReferenceTable table) =>
        new(
            table,
            ((FranchiseTable)table).Rows,
            franchise => franchise.Code,
            franchise => JsonSerializer.SerializeToUtf8Bytes(franchise, ApiJson.Contract.Franchise));
}
