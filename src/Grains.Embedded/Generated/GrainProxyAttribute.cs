using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>Says which generated proxy serves a grain interface of this assembly.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public abstract class GrainProxyAttribute : Attribute
{
    private protected GrainProxyAttribute(Type interfaceType) => InterfaceType = interfaceType;

    internal Type InterfaceType { get; }

    internal abstract GrainReference Create(GrainRoute route);
}
