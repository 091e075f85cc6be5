using System.Globalization;

namespace LoApi.ApiFrontend.Tests.Telemetry.Collector;

/// <summary>OTLP's messages; the numbers are those of opentelemetry-proto 1.</summary>
internal static class OtlpMessages
{
    public static IEnumerable<CollectedSpan> Spans(ProtobufMessage export) =>
        from resource in export.Messages(1)
        let service = resource.Messages(1).SelectMany(described => Tags(described, 1)).FirstOrDefault(tag => tag.Key == "service.name").Value
        from scope in resource.Messages(2)
        let source = scope.Messages(1).Single().Text(1)
        from span in scope.Messages(2)
        select new CollectedSpan(
            service,
            source,
            span.Hex(1),
            span.Hex(2),
            span.Hex(4),
            span.Text(5),
            span.Messages(15).Any(status => status.Number(3) == 2),
            [.. span.Messages(13).Select(link => link.Hex(2))],
            Tags(span, 9));

    public static IEnumerable<CollectedMetric> Metrics(ProtobufMessage export) =>
        from resource in export.Messages(1)
        from scope in resource.Messages(2)
        from metric in scope.Messages(2)
        let isHistogram = metric.Has(9)
        from points in metric.Messages(isHistogram ? 9 : metric.Has(7) ? 7 : 5)
        from point in points.Messages(1)
        select new CollectedMetric(
            metric.Text(1),
            metric.Text(3),
            isHistogram ? point.Number(4) : point.Has(4) ? point.Double(4) : point.Number(6),
            Tags(point, isHistogram ? 9 : 7));

    private static Dictionary<string, string> Tags(ProtobufMessage message, int field) =>
        message.Messages(field).ToDictionary(tag => tag.Text(1), tag => Value(tag.Messages(2).Single()), StringComparer.Ordinal);

    private static string Value(ProtobufMessage value) =>
        value.Has(1) ? value.Text(1)
        : value.Has(3) ? value.Number(3).ToString(CultureInfo.InvariantCulture)
        : value.Has(4) ? value.Double(4).ToString(CultureInfo.InvariantCulture)
        : value.Number(2) == 1 ? "true" : "false";
}
