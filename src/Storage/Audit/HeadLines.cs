using System.Collections.Immutable;

namespace LoApi.Storage.Audit;

/// <summary>What a file of heads says of one chain.</summary>
internal sealed class HeadLines
{
    private readonly Dictionary<long, string> _hashes = [];

    private HeadLines()
    {
    }

    public int Count => _hashes.Count;

    /// <summary>The farthest place that it names; 0 where it names none.</summary>
    public long Farthest { get; private set; }

    /// <summary>The first line that nobody who has a key wrote, counted from 1; null where there is none.</summary>
    public int? Forged { get; private set; }

    /// <summary>The file's lines of each partition. Throws <see cref="IOException"/> where it cannot be read.</summary>
    public static ImmutableArray<HeadLines> Read(string? path, int partitions, AuditKeys keys)
    {
        ImmutableArray<HeadLines> chains = [.. Enumerable.Range(0, partitions).Select(_ => new HeadLines())];
        var number = 0;
        foreach (var text in path is null ? [] : File.ReadLines(path))
        {
            number++;
            var line = HeadLine.Parse(text);
            if (line is not null && line.Partition >= 0 && line.Partition < partitions && keys.Find(line.KeyId) is { } key && line.IsSignedBy(key))
            {
                chains[line.Partition].Add(line);
            }
            else
            {
                chains[0].Forged ??= number;
            }
        }

        return chains;
    }

    /// <summary>Whether a hash is another than the one that was written down for its place.</summary>
    public bool Contradict(long position, string hash) =>
        _hashes.TryGetValue(position, out var written) && !string.Equals(written, hash, StringComparison.Ordinal);

    private void Add(HeadLine line)
    {
        // Two lines that name one place with two hashes: the chain can agree with one of them only.
        _hashes[line.Position] = _hashes.TryGetValue(line.Position, out var before) && before != line.Hash ? "two" : line.Hash;
        Farthest = Math.Max(Farthest, line.Position);
    }
}
