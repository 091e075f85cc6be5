using System.Text.Json;
using LoApi.ApiFrontend.Reference;
using LoApi.ApiFrontend.Representations;
using LoApi.Countries;
using LoApi.Reference;

namespace LoApi.ApiFrontend.Countries;

/// <summary>How the table of countries becomes a snapshot.</summary>
internal static class CountrySnapshot
{
    public static ReferenceSnapshot<Country> Build(ReferenceTable table) =>
        new(
            table,
            ((CountryTable)table).Rows,
            country => country.Alpha2,
            country => JsonSerializer.SerializeToUtf8Bytes(country, ApiJson.Contract.Country));
}
