using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>A grain interface: the proxy that serves it, and the classes that implement it.</summary>
internal sealed class GrainInterface(Type type, GrainProxyAttribute proxy, IReadOnlyList<GrainClass> implementations)
{
    /// <summary>The class called like the interface, without its I; else the only one.</summary>
    private readonly GrainClass? _primary =
        implementations.FirstOrDefault(c => string.Equals(c.Implementation.Name, type.Name[1..], StringComparison.Ordinal))
        ?? (implementations is [var only] ? only : null);

    public GrainReference CreateProxy(string key, string? classNamePrefix) =>
        proxy.Create(new GrainRoute(FindClass(classNamePrefix), key));

    public GrainReference CreateProxy(GrainRoute route) =>
        implementations.Contains(route.Class)
            ? proxy.Create(route)
            : throw new ArgumentException($"Grain class {route.Class.Implementation} does not implement {type}.", nameof(route));

    private GrainClass FindClass(string? classNamePrefix)
    {
        if (string.IsNullOrWhiteSpace(classNamePrefix))
        {
            return _primary ?? throw NotOne(classNamePrefix);
        }

        var candidates = implementations
            .Where(c => c.Implementation.FullName!.StartsWith(classNamePrefix, StringComparison.Ordinal))
            .ToArray();
        return candidates.FirstOrDefault(c => c.Implementation.FullName!.Length == classNamePrefix.Length)
            ?? (candidates is [var only] ? only : throw NotOne(classNamePrefix));
    }

    private ArgumentException NotOne(string? classNamePrefix)
    {
        var candidates = string.Join(", ", implementations.Select(c => c.Implementation.FullName));
        var message = implementations.Count == 0
            ? $"Could not find an implementation for interface {type}"
            : $"Unable to identify a single appropriate grain type for interface {type}, prefix '{classNamePrefix}'. "
              + $"Candidates: {candidates}";
        return new ArgumentException(message, nameof(classNamePrefix));
    }
}
