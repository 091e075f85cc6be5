using LoApi.Callers;
using LoApi.Idempotency;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Tokens;

/// <summary>How a spent token is written to its row.</summary>
internal static class SpentTokenTable
{
    private const string Table = "SPENT_TOKEN";

    private static readonly Column Id = new("token_id", ColumnKind.Uuid);

    public static RowShape Insert { get; } = RowShape.Insert(
        Table,
        Id,
        new Column("fingerprint", ColumnKind.Text, 64),
        new Column("expires_at", ColumnKind.Instant));

    public static RowShape Delete { get; } = RowShape.Delete(Table, Id);

    /// <summary>What stands for a token: its own id may be long, and is unique among its client's only.</summary>
    public static Guid IdOf(string clientId, string tokenId) => DerivedId.From("token", clientId, tokenId);

    public static ClaimedKey ClaimedKey(string clientId, TokenUse token) => new(Table, Id.Name, IdOf(clientId, token.Id).ToString("D"));

    public static Row ToInsert(string clientId, TokenUse token) =>
        Insert.Row(IdOf(clientId, token.Id), token.Fingerprint, token.ExpiresAt);
}
