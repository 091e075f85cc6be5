using System.Globalization;
using System.Text.Json;

namespace LoApi.Comparison.Reporting;

/// <summary>How a program's heap is collected, by what it was built with and by the environment, which overrides that.</summary>
internal static class GarbageCollection
{
    /// <param name="configuration">A program's <c>*.runtimeconfig.json</c>.</param>
    /// <param name="variables">The environment. The runtime reads numbers there as hexadecimal.</param>
    /// <param name="processors">A server has a heap for each.</param>
    public static string Of(string configuration, IReadOnlyDictionary<string, string?> variables, int processors)
    {
        using var document = JsonDocument.Parse(configuration);
        var options = document.RootElement.GetProperty("runtimeOptions");
        var built = options.TryGetProperty("configProperties", out var properties) ? properties : default;
        if (!IsOn("gcServer", "System.GC.Server", otherwise: false))
        {
            return "workstation, 1 heap";
        }

        var heaps = Math.Min(Number("GCHeapCount", "System.GC.HeapCount") ?? processors, processors);
        var adaptive = (Number("GCDynamicAdaptationMode", "System.GC.DynamicAdaptationMode") ?? 1) != 0;
        return $"server, {(adaptive ? "up to " : "")}{heaps} heap{(heaps == 1 ? "" : "s")}";

        bool IsOn(string variable, string property, bool otherwise) => Variable(variable) is { } given
            ? given != 0
            : built.ValueKind == JsonValueKind.Object && built.TryGetProperty(property, out var value) ? value.ValueKind == JsonValueKind.True : otherwise;

        int? Number(string variable, string property) => Variable(variable)
            ?? (built.ValueKind == JsonValueKind.Object && built.TryGetProperty(property, out var value) && value.TryGetInt32(out var number) ? number : null);

        int? Variable(string name) => (variables.GetValueOrDefault("DOTNET_" + name) ?? variables.GetValueOrDefault("COMPlus_" + name)) is { } text
            && int.TryParse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
    }
}
