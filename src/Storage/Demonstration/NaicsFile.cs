using System.Collections.Immutable;
using LoApi.NaicsCodes;

namespace LoApi.Storage.Demonstration;

/// <summary>Reads <c>naics.csv</c>: code and title of the sectors and subsectors of NAICS 2022, in the order of the classification.</summary>
internal static class NaicsFile
{
    public static ImmutableArray<NaicsCode> Read() =>
        [.. CsvResource.Rows("naics.csv", columns: 2).Select(fields => NaicsCode.Of(fields[0], fields[1]))];
}
