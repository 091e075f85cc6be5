using System.Collections.Immutable;
using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using LoApi.Errors;

namespace LoApi.Json;

/// <summary>The members of a model that only the server sets: those marked <see cref="ReadOnlyAttribute"/>.</summary>
public static class ReadOnlyMembers<T>
    where T : class
{
    private static readonly ImmutableArray<(string Pointer, PropertyInfo Property)> All =
    [
        .. typeof(T).GetProperties()
            .Where(property => property.GetCustomAttribute<ReadOnlyAttribute>() is { IsReadOnly: true })
            .Select(property => ("/" + JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name), property)),
    ];

    /// <summary>An error for each that a draft of something new has set.</summary>
    public static IEnumerable<MemberError> Set(T draft) => All
        .Where(member => member.Property.GetValue(draft) is not null)
        .Select(member => new MemberError(member.Pointer, ProblemCode.ReadOnly, "Set by the server."));

    /// <summary>An error for each that a change does not leave as it was.</summary>
    public static IEnumerable<MemberError> Differing(T current, T changed) => All
        .Where(member => !Equals(member.Property.GetValue(current), member.Property.GetValue(changed)))
        .Select(member => new MemberError(member.Pointer, ProblemCode.ReadOnly, "Set by the server: send it unchanged, or not at all."));
}
