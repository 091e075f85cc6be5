using LoApi.Storage.Sql;

namespace LoApi.Storage.Writing;

/// <summary>
/// Finds the change sets of a batch that cannot succeed, because a key that they claim is taken. Left in, the first of
/// them would have the whole batch undone and replayed one by one.
/// </summary>
internal static class TakenKeys
{
    private const int KeysPerStatement = 256;

    /// <summary>
    /// Those whose key a row has already, or one before them in the batch that may have it. Throws what the driver throws.
    /// </summary>
    public static async Task<HashSet<PendingWrite>> FindAsync(ChangeTransaction transaction, PendingWrite[] batch)
    {
        var claimed = await FindStoredAsync(transaction, batch);
        var taken = new HashSet<PendingWrite>();
        foreach (var write in batch)
        {
            // One that is refused claims nothing: what it would have had is free for those that come after it.
            if (write.ClaimedKeys.Any(claimed.Contains))
            {
                taken.Add(write);
            }
            else
            {
                claimed.UnionWith(write.ClaimedKeys);
            }
        }

        return taken;
    }

    private static async Task<HashSet<ClaimedKey>> FindStoredAsync(ChangeTransaction transaction, PendingWrite[] batch)
    {
        var stored = new HashSet<ClaimedKey>();
        foreach (var keys in batch.SelectMany(write => write.ClaimedKeys).Distinct().GroupBy(key => (key.Table, key.Column)))
        {
            foreach (var chunk in keys.Chunk(KeysPerStatement))
            {
                var values = await FindAsync(transaction, keys.Key.Table, keys.Key.Column, chunk);
                stored.UnionWith(values.Select(value => new ClaimedKey(keys.Key.Table, keys.Key.Column, value)));
            }
        }

        return stored;
    }

    private static Task<IReadOnlyList<string>> FindAsync(ChangeTransaction transaction, string table, string column, ClaimedKey[] keys)
    {
        var bindings = new Bindings();
        for (var i = 0; i < keys.Length; i++)
        {
            bindings.Text(Name(i), keys[i].Value);
        }

        return transaction.QueryAsync<string>(
            $"""
            SELECT {column}
            FROM {table}
            WHERE {column} IN ({string.Join(", ", keys.Select((_, i) => ":" + Name(i)))})
            """,
            bindings);
    }

    private static string Name(int index) => $"k{index}";
}
