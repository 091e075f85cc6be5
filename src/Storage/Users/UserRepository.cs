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
    /// A page of the users of a location, in binary order; empty where the reader does not belong to it. Throws
    /// <see cref="InvalidKeysetException"/> for a keyset that is none of this sort.
    /// </summary>
    public async Task<Page<User>> ListAsync(UserQuery query, CancellationToken cancellation = default)
    {
        var list = query.List;
        var limit = Keysets.CheckedLimit(list.Window);
        var total = list.Count
            ? await _database.CountAsync(Source(query, after: null, out var countBindings), countBindings, cancellation)
            : null;
        var order = UserList.Columns.Order(list.Sort);
        var rows = await _database.QueryAsync<UserRow>(
            $"""
            SELECT u.user_id, u.user_name, u.first_name, u.last_name, u.email, u.phone, u.active,
              l.location_id, r.role_name
            FROM (
              SELECT m.user_id
              {Source(query, list.Window.After, out var bindings)}
              ORDER BY {order}
              {_database.Dialect.Paging}
            ) m
            JOIN LO_USER u ON u.user_id = m.user_id
            LEFT JOIN LO_USER_LOCATION l ON l.user_id = u.user_id
            LEFT JOIN LO_USER_ROLE r ON r.user_id = l.user_id AND r.location_id = l.location_id
            ORDER BY {order}, l.location_id, r.role_name
            """,
            bindings.RowLimit(limit),
            cancellation);
        return Keysets.Page([.. UserRow.ToUsers(rows)], limit, user => UserList.Columns.Place(list.Sort, user), total);
    }

    private static string Source(UserQuery query, Keyset? after, out Bindings bindings)
    {
        bindings = new Bindings()
            .Text("location_id", query.LocationId)
            .Text("reader_location_id", query.LocationId)
            .Text("reader_id", query.ReaderId);
        var conditions = new ListSql<User>(UserList.Columns, bindings).Filter(query.List.Filters).After(query.List.Sort, after).Conditions;
        return $"""
            FROM LO_USER_LOCATION m
            JOIN LO_USER u ON u.user_id = m.user_id
            WHERE m.location_id = :location_id
              AND EXISTS (
                SELECT 1
                FROM LO_USER_LOCATION o
                WHERE o.location_id = :reader_location_id
                  AND o.user_id = :reader_id){conditions}
            """;
    }
}
