using Xunit.Abstractions;
using Xunit.Sdk;

namespace LoApi.Storage.Tests.Conformance;

/// <summary>Finds the tests of <see cref="DialectFactAttribute"/>.</summary>
public sealed class DialectFactDiscoverer(IMessageSink diagnostics) : FactDiscoverer(diagnostics)
{
    /// <inheritdoc/>
    protected override IXunitTestCase CreateTestCase(
        ITestFrameworkDiscoveryOptions discoveryOptions,
        ITestMethod testMethod,
        IAttributeInfo factAttribute) =>
        new DialectTestCase(
            DiagnosticMessageSink,
            discoveryOptions.MethodDisplayOrDefault(),
            discoveryOptions.MethodDisplayOptionsOrDefault(),
            testMethod);
}
