using Orleans.Runtime;

namespace Orleans.Embedded;

/// <inheritdoc/>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class GrainProxyAttribute<TInterface, TProxy>() : GrainProxyAttribute(typeof(TInterface))
    where TProxy : GrainProxy, TInterface, IGrainProxy
{
    internal override GrainReference Create(GrainRoute route) => TProxy.Create(route);
}
