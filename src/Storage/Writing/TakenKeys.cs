using LoApi.Storage.Sql;

namespace LoApi.Storage.Writing;

/// <summary>
/// Finds the change sets of a batch that cannot succeed, because a key that they claim is taken. Left in, the first of
/// them would have the whole batch undone and replayed one by one.
/// </summary>
internal static class TakenKeys
{
    private const int KeysPerStatement = 256;

    /// <summary>Those whose key a row has already, or one before them in the batch claims. Throws what the driver throws.</summary>
    public static async Task<HashSet<PendingWrite>> FindAsync(ChangeTransaction transaction, PendingWrite[] batch)
    {
        var taken = new HashSet<PendingWrite>();
        var claimed = new Dictionary<ClaimedKey, PendingWrite>();
        foreach (var write in batch)
        {
            foreach (var key in write.ClaimedKeys)
            {
                if (!claimed.TryAdd(key, write))
                {
                    taken.Add(write);
                }
            }
        }

        foreach (var keys in claimed.Keys.GroupBy(key => (key.Table, key.Column)))
        {
            foreach (var chunk in keys.Chunk(KeysPerStatement))
            {
                foreach (var value in await FindAsync(transaction, keys.Key.Table, keys.Key.Column, chunk))
                {
                    taken.Add(claimed[new ClaimedKey(keys.Key.Table, keys.Key.Column, value)]);
                }
            }
        }

        return taken;
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
