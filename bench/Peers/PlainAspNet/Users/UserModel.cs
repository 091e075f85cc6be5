using LoApi.PlainAspNet.Storage;

namespace LoApi.PlainAspNet.Users;

internal sealed record UserModel(
    string Id,
    string UserName,
    string FirstName,
    string LastName,
    string? Email,
    string? Phone,
    bool Active,
    IReadOnlyList<UserModel.Location> Locations)
{
    /// <summary>The user with the locations that the reader shares.</summary>
    public static UserModel SeenBy(Reader reader, Person user) => new(
        user.UserId,
        user.UserName,
        user.FirstName,
        user.LastName,
        user.Email,
        user.Phone,
        user.Active == 1,
        [.. user.Memberships
            .Where(membership => reader.Locations.Contains(membership.LocationId))
            .OrderBy(membership => membership.LocationId, StringComparer.Ordinal)
            .Select(membership => new Location(
                membership.LocationId,
                [.. membership.Roles.Select(role => role.RoleName).Order(StringComparer.Ordinal)]))]);

    internal sealed record Location(string LocationId, IReadOnlyList<string> Roles);
}
