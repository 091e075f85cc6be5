using System.Collections.Concurrent;
using System.Reflection;

namespace Orleans.Embedded;

/// <summary>The grain interfaces that were asked for so far.</summary>
internal sealed class GrainInterfaces(IReadOnlyCollection<GrainClass> classes)
{
    private readonly ConcurrentDictionary<Type, GrainInterface> _interfaces = new();

    public GrainInterface Get(Type type) =>
        _interfaces.TryGetValue(type, out var found) ? found : _interfaces.GetOrAdd(type, Create);

    private GrainInterface Create(Type type)
    {
        var proxy = type.Assembly.GetCustomAttributes<GrainProxyAttribute>().FirstOrDefault(p => p.InterfaceType == type)
            ?? throw new ArgumentException(
                $"{type} has no generated proxy: it must be a grain interface in a project that sets UsesOrleans.",
                nameof(type));
        return new GrainInterface(type, proxy, [.. classes.Where(c => type.IsAssignableFrom(c.Implementation))]);
    }
}
