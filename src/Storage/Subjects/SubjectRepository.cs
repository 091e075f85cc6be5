using LoApi.Errors;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Subjects;

/// <summary>
/// Reads which user a subject of an identity provider is. Throws <see cref="DatabaseUnavailableException"/> where the
/// database does not answer.
/// </summary>
public sealed class SubjectRepository
{
    private readonly Database _database;

    internal SubjectRepository(Database database) => _database = database;

    /// <summary>The user's id, or null where there is none.</summary>
    public Task<string?> FindUserAsync(string issuer, string subject, CancellationToken cancellation = default) =>
        _database.QueryOneAsync<string>(
            """
            SELECT user_id
            FROM OIDC_SUBJECT
            WHERE issuer = :issuer
              AND subject = :subject
            """,
            new Bindings().Text("issuer", issuer).Text("subject", subject),
            cancellation);
}
