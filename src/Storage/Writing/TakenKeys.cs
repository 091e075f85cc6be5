using System.Numerics;
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
        ClaimedKey[][] chunks =
        [
            .. batch.SelectMany(write => write.ClaimedKeys).Distinct()
                .GroupBy(key => (key.Table, key.Column))
                .SelectMany(keys => keys.Chunk(KeysPerStatement)),
        ];
        var stored = await transaction.QueryTextsAsync([.. chunks.Select(QueryFor)]);
        return [.. chunks.Zip(stored).SelectMany(chunk => chunk.Second.Select(value => chunk.First[0] with { Value = value }))];
    }

    private static (string Sql, Bindings Bindings) QueryFor(ClaimedKey[] keys)
    {
        // As many as a power of two, the last of them again and again: so there are few statements, and they stay planned.
        var bindings = new Bindings();
        var names = new string[BitOperations.RoundUpToPowerOf2((uint)keys.Length)];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = $":k{i}";
            bindings.Text($"k{i}", keys[Math.Min(i, keys.Length - 1)].Value);
        }

        var (table, column, _) = keys[0];
        return (
            $"""
            SELECT {column}
            FROM {table}
            WHERE {column} IN ({string.Join(", ", names)})
            """,
            bindings);
    }
}
