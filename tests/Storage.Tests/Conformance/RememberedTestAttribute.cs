using System.Reflection;
using Xunit.Sdk;

namespace LoApi.Storage.Tests.Conformance;

/// <summary>Remembers which tests were run, for the one that asks for the statements of all.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RememberedTestAttribute : BeforeAfterTestAttribute
{
    /// <inheritdoc/>
    public override void After(MethodInfo methodUnderTest) => RecorderConformanceTests.Ran[methodUnderTest.Name] = true;
}
