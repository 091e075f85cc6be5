using LoApi.NaicsCodes;

namespace LoApi.ApiFrontend.NaicsCodes;

/// <summary>The code that the documentation shows.</summary>
internal static class NaicsCodeExample
{
    public static NaicsCode Value { get; } = NaicsCode.Of("311", "Food Manufacturing");
}
