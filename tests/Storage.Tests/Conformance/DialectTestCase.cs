using LoApi.Storage.Tests.Databases;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace LoApi.Storage.Tests.Conformance;

/// <summary>A test that says itself whether it is skipped: its attribute stands on a method that all dialects inherit.</summary>
public sealed class DialectTestCase : XunitTestCase
{
    /// <summary>For the runner, which creates it before it reads it.</summary>
    [Obsolete("Called by the runner only.", error: true)]
    public DialectTestCase()
    {
    }

    /// <summary>For the discoverer.</summary>
    public DialectTestCase(IMessageSink diagnostics, TestMethodDisplay display, TestMethodDisplayOptions displayOptions, ITestMethod method)
        : base(diagnostics, display, displayOptions, method)
    {
    }

    /// <inheritdoc/>
    protected override string? GetSkipReason(IAttributeInfo factAttribute) => TestMethod.TestClass.Class.Name.Split('.')[^1] switch
    {
        nameof(OracleConformanceTests) or "OracleMembershipTests" => OracleTestDatabase.SkipReason,
        nameof(RecorderConformanceTests) => RecorderTestDatabase.SkipReason,
        _ => base.GetSkipReason(factAttribute),
    };
}
