using Xunit.Sdk;

namespace LoApi.Storage.Tests.Conformance;

/// <summary>A test of the conformance suite: skipped, with a reason, where its class's database cannot be had here.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("LoApi.Storage.Tests.Conformance.DialectFactDiscoverer", "LoApi.Storage.Tests")]
public sealed class DialectFactAttribute : FactAttribute;
