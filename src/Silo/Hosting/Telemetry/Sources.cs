namespace LoApi.Silo.Telemetry;

/// <summary>What is sent to a collector.</summary>
internal static class Sources
{
    /// <summary>Orleans' spans of grain calls.</summary>
    public const string OfOrleans = "Microsoft.Orleans.Application";

    /// <summary>Sources of spans: requests, grain calls (Orleans' are found in a cluster only), batches and statements, outgoing calls.</summary>
    public static IReadOnlyList<string> OfSpans { get; } =
    [
        "Microsoft.AspNetCore",
        "LoApi.Grains",
        OfOrleans,
        "LoApi.Storage",
        "System.Net.Http",
    ];

    /// <summary>Meters, our own and others'.</summary>
    public static IReadOnlyList<string> OfMetrics { get; } =
    [
        "LoApi.*",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.Orleans",
        "Npgsql",
        "System.Net.Http",
        "System.Runtime",
    ];
}
