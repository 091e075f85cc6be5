using LoApi.Storage.Sql;

namespace LoApi.Storage.Writing;

/// <summary>Finds out which change sets are committed: their change ids stand in the outbox or, once chained, in the audit log.</summary>
internal static class CommittedChanges
{
    private const int IdsPerStatement = 250;

    /// <summary>Those of the change ids that are committed. Throws what the driver throws.</summary>
    public static async Task<HashSet<Guid>> FindAsync(Database database, IEnumerable<Guid> changeIds)
    {
        var found = new HashSet<Guid>();
        await using var transaction = await ChangeTransaction.BeginAsync(database);
        foreach (var ids in changeIds.Chunk(IdsPerStatement))
        {
            // First the outbox: what leaves it in between is in the log by then.
            foreach (var table in (string[])["AUDIT_OUTBOX", "AUDIT_RECORD"])
            {
                var bindings = new Bindings();
                var names = ids.Select((id, i) =>
                {
                    bindings.Uuid($"c{i}", id);
                    return $":c{i}";
                });
                found.UnionWith(await transaction.QueryAsync<Guid>(
                    $"""
                    SELECT change_id
                    FROM {table}
                    WHERE change_id IN ({string.Join(", ", names)})
                    """,
                    bindings));
            }
        }

        return found;
    }
}
