using Xunit.Sdk;

namespace LoApi.ApiFrontend.Tests.Contract;

/// <summary>An answer that is not as the OpenAPI document says. Fails the test that got it.</summary>
public sealed class ContractViolationException(string message) : XunitException(message);
