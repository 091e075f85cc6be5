using LoApi.Errors;
using LoApi.Lists;
using LoApi.Storage.Lists;
using LoApi.Storage.Sql;
using LoApi.Users;

namespace LoApi.Storage.Users;

/// <summary>
/// Reads users, each with all its locations and roles, in one statement. Every method throws
/// <see cref="DatabaseUnavailableException"/> where the database does not answer.
/// </summary>
public sealed class UserRepository
{
    private readonly Database _database;

    internal UserRepository(Database database) => _database = database;

    /// <summary>The user, or null where there is none with this id.</summary>
    public async Task<User?> FindAsync(string id, CancellationToken cancellation = default)
    {
        var rows = await _database.QueryAsync<UserRow>(
            """
            SELECT u.user_id, u.user_name, u.first_name, u.last_name, u.email, u.phone, u.active,
              l.location_id, r.role_name
            FROM LO_USER u
            LEFT JOIN LO_USER_LOCATION l ON l.user_id = u.user_id
            LEFT JOIN LO_USER_ROLE r ON r.user_id = l.user_id AND r.location_id = l.location_id
            WHERE u.user_id = :user_id
            ORDER BY l.location_id, r.role_name
            """,
            new Bindings().Text("user_id", id),
            cancellation);
        return UserRow.ToUsers(rows).SingleOrDefault();
    }

    /// <summary>
    /// A page of the users of a location, by id in binary order; empty where the reader does not belong to it. Throws
    /// <see cref="InvalidKeysetException"/> for a keyset that is none of this list.
    /// </summary>
    public async Task<Page<User>> ListAsync(UserQuery query, CancellationToken cancellation = default)
    {
        var limit = Keysets.CheckedLimit(query.Window);
        var bindings = new Bindings()
            .Text("location_id", query.LocationId)
            .Text("reader_location_id", query.LocationId)
            .Text("reader_id", query.ReaderId);
        var after = "";
        if (query.Window.After is { } keyset)
        {
            bindings.Text("after_id", Keysets.Id(keyset));
            after =
                """

                    AND m.user_id > :after_id
                """;
        }

        var rows = await _database.QueryAsync<UserRow>(
            $"""
            SELECT u.user_id, u.user_name, u.first_name, u.last_name, u.email, u.phone, u.active,
              l.location_id, r.role_name
            FROM (
              SELECT m.user_id
              FROM LO_USER_LOCATION m
              WHERE m.location_id = :location_id
                AND EXISTS (
                  SELECT 1
                  FROM LO_USER_LOCATION o
                  WHERE o.location_id = :reader_location_id
                    AND o.user_id = :reader_id){after}
              ORDER BY m.user_id
              {_database.Dialect.Paging}
            ) p
            JOIN LO_USER u ON u.user_id = p.user_id
            LEFT JOIN LO_USER_LOCATION l ON l.user_id = u.user_id
            LEFT JOIN LO_USER_ROLE r ON r.user_id = l.user_id AND r.location_id = l.location_id
            ORDER BY u.user_id, l.location_id, r.role_name
            """,
            bindings.RowLimit(limit),
            cancellation);
        return Keysets.Page([.. UserRow.ToUsers(rows)], limit, user => [user.Id]);
    }
}
