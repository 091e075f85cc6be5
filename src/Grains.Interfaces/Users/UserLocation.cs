using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace LoApi.Users;

/// <summary>That a user belongs to a location, and as what.</summary>
[GenerateSerializer, Immutable, Alias("user-location")]
public sealed record UserLocation
{
    /// <summary>The location's id.</summary>
    [Id(0), Required, RegularExpression(Locations.LocationId.Pattern)]
    public required string LocationId { get; init; }

    /// <summary>The user's roles there, such as <c>servicer</c> or <c>viewer</c>, in alphabetical order.</summary>
    [Id(1), Required]
    public required ImmutableArray<string> Roles { get; init; }
}
