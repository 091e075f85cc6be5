using LoApi.Storage.Importing;
using LoApi.Users;

namespace LoApi.Admin.Importing;

/// <summary>Users, one row each, with all their memberships in one column.</summary>
internal sealed class UserImport : TableImport<User>
{
    public override IReadOnlyList<string> Columns { get; } =
    [
        "id", "user_name", "first_name", "last_name", "email", "phone", "active", "locations",
    ];

    public override (string Column, string Value) Key(User model) => ("id", model.Id);

    public override Task<IReadOnlySet<string>> ExistingKeysAsync(ExistingRows rows, CancellationToken cancellation) =>
        rows.UserIdsAsync(cancellation);

    public override IEnumerable<string> LocationsOf(User model) =>
        model.Locations.Select(membership => membership.LocationId);

    public override ImportSet ToSet(IReadOnlyList<User> models) => new() { Users = models };

    public override User Read(RowReader row)
    {
        // What is missing is found by the model's own rules, so a null may stand here for as long as that takes.
        var user = new User
        {
            Id = row.Text("id")!,
            UserName = row.Text("user_name")!,
            FirstName = row.Text("first_name")!,
            LastName = row.Text("last_name")!,
            Email = row.Text("email"),
            Phone = row.Text("phone"),
            Active = row.Flag("active"),
            Locations = row.Memberships("locations"),
        };
        ModelRules.Check(user, row);
        foreach (var membership in user.Locations)
        {
            ModelRules.Check(membership, row);
        }

        return user;
    }
}
