using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace LoApi.Users;

/// <summary>A person who works at one or more locations. LoApi only reads users; they are maintained elsewhere.</summary>
[GenerateSerializer, Immutable, Alias("user")]
public sealed record User
{
    /// <summary>The user's id: one to twenty letters, digits, <c>.</c>, <c>_</c> or <c>-</c>.</summary>
    [Id(0), Required, RegularExpression(UserId.Pattern)]
    public required string Id { get; init; }

    /// <summary>The name the user signs in with.</summary>
    [Id(1), Required, StringLength(100, MinimumLength = 1)]
    public required string UserName { get; init; }

    /// <summary>Given name.</summary>
    [Id(2), Required, StringLength(60, MinimumLength = 1)]
    public required string FirstName { get; init; }

    /// <summary>Family name.</summary>
    [Id(3), Required, StringLength(60, MinimumLength = 1)]
    public required string LastName { get; init; }

    /// <summary>E-mail address.</summary>
    [Id(4), StringLength(254, MinimumLength = 3)]
    public string? Email { get; init; }

    /// <summary>Telephone number, free form.</summary>
    [Id(5), StringLength(30, MinimumLength = 1)]
    public string? Phone { get; init; }

    /// <summary>Whether the user may act at all.</summary>
    [Id(6), Required]
    public required bool Active { get; init; }

    /// <summary>The locations the user belongs to, ordered by id. A reader sees only those it shares.</summary>
    [Id(7), Required]
    public required ImmutableArray<UserLocation> Locations { get; init; }

    /// <summary>Whether the user belongs to the location.</summary>
    public bool BelongsTo(string? locationId) =>
        Locations.Any(membership => string.Equals(membership.LocationId, locationId, StringComparison.Ordinal));

    /// <summary>The user as <paramref name="reader"/> sees it: only the locations that both belong to.</summary>
    public User SeenBy(User reader) =>
        this with { Locations = [.. Locations.Where(membership => reader.BelongsTo(membership.LocationId))] };
}
