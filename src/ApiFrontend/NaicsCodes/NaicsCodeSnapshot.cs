using System.Text.Json;
using LoApi.ApiFrontend.Reference;
using LoApi.ApiFrontend.Representations;
using LoApi.NaicsCodes;
using LoApi.Reference;

namespace LoApi.ApiFrontend.NaicsCodes;

/// <summary>How the table of NAICS codes becomes a snapshot.</summary>
internal static class NaicsCodeSnapshot
{
    public static ReferenceSnapshot<NaicsCode> Build(ReferenceTable table) =>
        new(
            table,
            ((NaicsCodeTable)table).Rows,
            naicsCode => naicsCode.Code,
            naicsCode => JsonSerializer.SerializeToUtf8Bytes(naicsCode, ApiJson.Contract.NaicsCode));
}
