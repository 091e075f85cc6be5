using System.Globalization;
using System.Text.Json.Nodes;

namespace LoApi.Deploy.Tests.Manifests;

/// <summary>Kubernetes' quantities, in the units that are used here.</summary>
internal static class Quantity
{
    /// <summary>Processors: <c>2</c>, or <c>100m</c> for a tenth of one.</summary>
    public static decimal Processors(JsonNode quantity) => quantity.ToString() is var text && text.EndsWith('m')
        ? Number(text[..^1]) / 1000
        : Number(text);

    /// <summary>Bytes: <c>512Mi</c>, <c>4Gi</c>; Compose's <c>512m</c>, <c>1g</c>.</summary>
    public static long Bytes(JsonNode quantity) => quantity.ToString().TrimEnd('i') is var text && text[^1] is 'M' or 'm'
        ? (long)Number(text[..^1]) << 20
        : text[^1] is 'G' or 'g' ? (long)Number(text[..^1]) << 30 : throw new NotSupportedException(text);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
