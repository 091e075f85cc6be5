namespace LoApi.ApiFrontend.Tests.Telemetry.Collector;

/// <summary>A value of an instrument that was delivered.</summary>
/// <param name="Name">The instrument.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Value">The number or, of a histogram, how often something was measured.</param>
/// <param name="Tags">What tells it from others of the instrument.</param>
internal sealed record CollectedMetric(string Name, string Unit, double Value, IReadOnlyDictionary<string, string> Tags);
