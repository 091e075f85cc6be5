using Microsoft.CodeAnalysis;

namespace Orleans.Embedded.CodeGenerator;

/// <summary>What a grain interface must not look like. Orleans supports some of it; the embedded runtime leaves it out.</summary>
internal static class Diagnostics
{
    public static readonly DiagnosticDescriptor GenericInterface = Rule(
        "EG0001", "Grain interfaces are not generic", "Grain interface '{0}' is generic");

    public static readonly DiagnosticDescriptor InaccessibleInterface = Rule(
        "EG0002", "Proxies must see the interface", "Grain interface '{0}' is private, protected or local to its file; make it internal or public");

    public static readonly DiagnosticDescriptor NotAMethod = Rule(
        "EG0003", "Grain interfaces have methods only", "'{0}' is no method: a grain can only be called");

    public static readonly DiagnosticDescriptor GenericMethod = Rule(
        "EG0004", "Grain methods are not generic", "Grain method '{0}' is generic");

    public static readonly DiagnosticDescriptor ReturnType = Rule(
        "EG0005", "Grain methods are asynchronous", "Grain method '{0}' must return Task, Task<T>, ValueTask or ValueTask<T>");

    public static readonly DiagnosticDescriptor ByReference = Rule(
        "EG0006", "Arguments are passed by value", "Grain method '{0}' has a parameter that is ref, in, out or a pointer or ref struct");

    public static readonly DiagnosticDescriptor SeveralTokens = Rule(
        "EG0007", "A call has one token", "Grain method '{0}' has several cancellation tokens");

    public static readonly DiagnosticDescriptor StaticOrImplemented = Rule(
        "EG0008", "Grain methods are implemented by grains", "Grain method '{0}' is static or implemented in the interface");

    private static DiagnosticDescriptor Rule(string id, string title, string message) =>
        new(id, title, message, "Grains", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
