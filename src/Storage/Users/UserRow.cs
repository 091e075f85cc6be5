using LoApi.Storage.Sql;
using LoApi.Users;

namespace LoApi.Storage.Users;

/// <summary>A user with one of its roles at one of its locations: a user is as many rows as it has roles, one at least.</summary>
internal sealed class UserRow
{
    public static RowShape Upsert { get; } = RowShape.Upsert(
        "LO_USER",
        [
            new("user_id", ColumnKind.Text, 20),
            new("user_name", ColumnKind.Text, 100),
            new("first_name", ColumnKind.Text, 60),
            new("last_name", ColumnKind.Text, 60),
            new("email", ColumnKind.Text, 254, Nullable: true),
            new("phone", ColumnKind.Text, 30, Nullable: true),
            new("active", ColumnKind.Bool),
        ],
        keyCount: 1);

    public static RowShape DeleteRoles { get; } = RowShape.Delete("LO_USER_ROLE", new Column("user_id", ColumnKind.Text, 20));

    public static RowShape DeleteLocations { get; } = RowShape.Delete("LO_USER_LOCATION", new Column("user_id", ColumnKind.Text, 20));

    public static RowShape InsertLocation { get; } = RowShape.Insert(
        "LO_USER_LOCATION",
        new Column("user_id", ColumnKind.Text, 20),
        new Column("location_id", ColumnKind.Text, 7));

    public static RowShape InsertRole { get; } = RowShape.Insert(
        "LO_USER_ROLE",
        new Column("user_id", ColumnKind.Text, 20),
        new Column("location_id", ColumnKind.Text, 7),
        new Column("role_name", ColumnKind.Text, 40));

    public required string UserId { get; init; }

    public required string UserName { get; init; }

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public required int Active { get; init; }

    public string? LocationId { get; init; }

    public string? RoleName { get; init; }

    public static Row ToUpsert(User user) =>
        Upsert.Row(user.Id, user.UserName, user.FirstName, user.LastName, user.Email, user.Phone, user.Active);

    /// <summary>The users of rows that are ordered by user, location and role.</summary>
    public static IEnumerable<User> ToUsers(IEnumerable<UserRow> rows) => rows
        .GroupBy(row => row.UserId, StringComparer.Ordinal)
        .Select(group => group.First().ToUser([.. group]));

    private User ToUser(IReadOnlyCollection<UserRow> memberships) => new()
    {
        Id = UserId,
        UserName = UserName,
        FirstName = FirstName,
        LastName = LastName,
        Email = Email,
        Phone = Phone,
        Active = Active != 0,
        Locations =
        [
            .. memberships
                .Where(row => row.LocationId is not null)
                .GroupBy(row => row.LocationId!, StringComparer.Ordinal)
                .Select(location => new UserLocation
                {
                    LocationId = location.Key,
                    Roles = [.. location.Select(row => row.RoleName).OfType<string>()],
                }),
        ],
    };
}
