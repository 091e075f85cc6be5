using System.Collections.Immutable;

namespace LoApi.Grains.Embedded.Tests.Embedded.Contract;

/// <summary>A public type as text, so that two assemblies can be compared without loading either.</summary>
/// <param name="Name">With its namespace and arity.</param>
/// <param name="Declaration">Kind, modifiers, base type, generic parameters, attribute usage.</param>
/// <param name="IsInterface">Whether it is an interface.</param>
/// <param name="Interfaces">Those that it implements.</param>
/// <param name="Members">Public and protected ones, each with its whole signature.</param>
/// <param name="Overridables">Those of the members that a derived or implementing class can or must give.</param>
internal sealed record PublicType(
    string Name,
    string Declaration,
    bool IsInterface,
    ImmutableHashSet<string> Interfaces,
    ImmutableHashSet<string> Members,
    ImmutableHashSet<string> Overridables)
{
    public string Namespace => Name[..Math.Max(0, Name.LastIndexOf('.'))];
}
