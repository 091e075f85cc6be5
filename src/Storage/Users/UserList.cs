using LoApi.Storage.Lists;
using LoApi.Storage.Sql;
using LoApi.Users;

namespace LoApi.Storage.Users;

/// <summary>
/// What lists of users are filtered and sorted by. The users of one location are found by the location: their ids are those of
/// its memberships, whose index has them in order, so that a page need not look at all of them.
/// </summary>
internal static class UserList
{
    public static ListColumns<User> Columns { get; } = new(
        new("id", "m.user_id", ColumnKind.Text, user => user.Id),
        new("user_name", "u.user_name", ColumnKind.Text, user => user.UserName),
        new("last_name", "u.last_name", ColumnKind.Text, user => user.LastName),
        new("active", "u.active", ColumnKind.Bool, user => user.Active ? "true" : "false"));
}
