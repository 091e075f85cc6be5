using System.Collections.Frozen;
using LoApi.ApiFrontend.Representations;
using LoApi.Reference;

namespace LoApi.ApiFrontend.Reference;

/// <summary>A table of reference data as it is answered: the body and entity tag of each row are made once per version, those of a page when it is first asked for.</summary>
internal sealed class ReferenceSnapshot<T>
{
    private readonly FrozenDictionary<string, (ReadOnlyMemory<byte> Body, string EntityTag)> _rows;

    public ReferenceSnapshot(ReferenceTable table, IEnumerable<T> rows, Func<T, string> key, Func<T, byte[]> serialize)
    {
        Table = table;
        Rows = [.. rows];
        _rows = Rows.ToFrozenDictionary(
            key,
            row =>
            {
                var body = serialize(row);
                return ((ReadOnlyMemory<byte>)body, EntityTag.OfBytes(body));
            },
            StringComparer.Ordinal);
    }

    /// <summary>What it was made of.</summary>
    public ReferenceTable Table { get; }

    /// <summary>The rows in the table's order.</summary>
    public IReadOnlyList<T> Rows { get; }

    /// <summary>The pages that were asked for.</summary>
    public ReferencePages Pages { get; } = new();

    /// <summary>The representation of a row, or null where there is none with the key.</summary>
    public Representation<T>? Find(string key, string cacheControl) =>
        _rows.TryGetValue(key, out var row) ? new(row.Body, row.EntityTag, cacheControl) : null;
}
