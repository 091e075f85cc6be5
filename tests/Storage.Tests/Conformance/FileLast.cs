using Xunit.Abstractions;
using Xunit.Sdk;

namespace LoApi.Storage.Tests.Conformance;

/// <summary>Puts the test that looks at what all the others sent behind them. In any other order it runs them itself.</summary>
public sealed class FileLast : ITestCaseOrderer
{
    /// <inheritdoc/>
    public IEnumerable<TTestCase> OrderTestCases<TTestCase>(IEnumerable<TTestCase> testCases)
        where TTestCase : ITestCase =>
        testCases.OrderBy(test => test.TestMethod.Method.Name == nameof(RecorderConformanceTests.Statements_OfTheWholeSuite_AreThoseOnFile));
}
