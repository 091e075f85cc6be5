using LoApi.ApiFrontend.Lists;
using LoApi.Users;

namespace LoApi.ApiFrontend.Users;

/// <summary>What the list of a location's users can be asked.</summary>
internal static class UserList
{
    public static ListDefinition Definition { get; } = new(
        "users",
        [new("id", Descending: false)],
        [
            new("id", MemberType.Id(UserId.Pattern, "One to twenty letters, digits, '.', '_' or '-'."), Sortable: true),
            new("user_name", MemberType.Text, Sortable: true),
            new("last_name", MemberType.Text, Sortable: true),
            new("active", MemberType.Flag),
        ]);
}
