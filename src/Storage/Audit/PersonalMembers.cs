using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using LoApi.Audit;
using LoApi.Payoffs;
using LoApi.Resources;

namespace LoApi.Storage.Audit;

/// <summary>The members of each kind of resource that hold personal data, as their models say by <see cref="PersonalAttribute"/>.</summary>
internal static class PersonalMembers
{
    private static readonly FrozenDictionary<string, ImmutableArray<string>> Pointers = new Dictionary<string, Type>
    {
        [Payoff.TypeName] = typeof(Payoff),
        [Resource.TypeName] = typeof(Resource),
    }.ToFrozenDictionary(pair => pair.Key, pair => Of(pair.Value, "").ToImmutableArray(), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, MemberTree> Trees =
        Pointers.ToFrozenDictionary(pair => pair.Key, pair => MemberTree.Of(pair.Value), StringComparer.Ordinal);

    private static readonly MemberTree None = MemberTree.Of([]);

    /// <summary>The kinds of resource that have such members.</summary>
    public static IEnumerable<string> ResourceTypes => Pointers.Keys;

    /// <summary>JSON pointers to them; none for a kind that is not known.</summary>
    public static ImmutableArray<string> Of(string? resourceType) =>
        resourceType is not null && Pointers.TryGetValue(resourceType, out var pointers) ? pointers : [];

    /// <summary>The same as a tree to look for them by.</summary>
    public static MemberTree TreeOf(string? resourceType) =>
        resourceType is not null && Trees.TryGetValue(resourceType, out var tree) ? tree : None;

    private static IEnumerable<string> Of(Type model, string parent) => model
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .SelectMany(member =>
        {
            var pointer = $"{parent}/{JsonNamingPolicy.SnakeCaseLower.ConvertName(member.Name)}";
            return member.IsDefined(typeof(PersonalAttribute)) ? [pointer]
                : member.PropertyType.Assembly == typeof(Payoff).Assembly && member.PropertyType.IsClass ? Of(member.PropertyType, pointer)
                : Enumerable.Empty<string>();
        });
}
