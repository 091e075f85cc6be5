using System.Text;

namespace LoApi.Audit;

/// <summary>Which chain of the audit log a record belongs to.</summary>
public static class AuditPartition
{
    /// <summary>How many chains there are. Fixed: a resource's records must stay in one chain to stay in order.</summary>
    public const int Count = 4;

    /// <summary>The chain of a resource: FNV-1a over its id, the same in every process and version.</summary>
    public static int Of(string key)
    {
        var hash = 2_166_136_261u;
        foreach (var part in Encoding.UTF8.GetBytes(key))
        {
            hash = unchecked((hash ^ part) * 16_777_619u);
        }

        // The upper half too: the lowest bits of FNV-1a alone depend on the lowest bits of the text alone.
        return (int)((hash ^ (hash >> 16)) % Count);
    }
}
