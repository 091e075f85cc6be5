namespace LoApi.PlainAspNet.Storage;

/// <summary>A user with one of its roles; without a role or a location, where it has none.</summary>
internal sealed record UserRow(Person User, string? LocationId, string? RoleName)
{
    /// <summary>The user of all its rows; null where there are none.</summary>
    public static async Task<Person?> PersonOfAsync(IAsyncEnumerable<UserRow> rows)
    {
        Person? person = null;
        Membership? membership = null;
        await foreach (var row in rows)
        {
            person ??= row.User;
            if (row.LocationId is null)
            {
                continue;
            }

            if (membership?.LocationId != row.LocationId)
            {
                membership = person.Memberships.Find(known => known.LocationId == row.LocationId);
                if (membership is null)
                {
                    membership = new Membership { UserId = person.UserId, LocationId = row.LocationId };
                    person.Memberships.Add(membership);
                }
            }

            if (row.RoleName is not null)
            {
                membership.Roles.Add(new Role { UserId = person.UserId, LocationId = row.LocationId, RoleName = row.RoleName });
            }
        }

        return person;
    }
}
