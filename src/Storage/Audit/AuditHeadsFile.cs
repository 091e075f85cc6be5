using System.Text;
using LoApi.Audit;
using LoApi.Json;
using LoApi.Storage.Sql;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LoApi.Storage.Audit;

/// <summary>
/// The heads of the chains outside the database, where a tail that is cut off there still shows. It takes them from who
/// chains, not from the database, which somebody may have changed meanwhile.
/// </summary>
public sealed class AuditHeadsFile
{
    private readonly ChainHead?[] _heads = new ChainHead?[AuditPartition.Count];
    private readonly Lock _file = new();
    private readonly AuditKeys _keys;
    private readonly TimeProvider _time;
    private readonly ILogger<AuditHeadsFile> _logger;
    private readonly string _path;

    internal AuditHeadsFile(AuditKeys keys, TimeProvider time, IOptions<AuditOptions> options, ILogger<AuditHeadsFile> logger)
    {
        _keys = keys;
        _time = time;
        _logger = logger;
        _path = options.Value.HeadsFile;
    }

    /// <summary>Remembers a chain's end for the next <see cref="Write"/>.</summary>
    public void Keep(ChainHead head) => Interlocked.Exchange(ref _heads[head.Partition], head);

    /// <summary>Appends the heads that moved since the last time. Where that fails it is logged, and they are written the next time.</summary>
    public void Write()
    {
        lock (_file)
        {
            ChainHead[] moved = [.. Enumerable.Range(0, _heads.Length).Select(i => Interlocked.Exchange(ref _heads[i], null)).OfType<ChainHead>()];
            if (moved.Length == 0)
            {
                return;
            }

            try
            {
                Append(moved);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Log.HeadsNotWritten(_logger, exception, _path);
                foreach (var head in moved)
                {
                    Interlocked.CompareExchange(ref _heads[head.Partition], head, null); // A newer one counts for it.
                }
            }
        }
    }

    private void Append(ChainHead[] heads)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(_path)) is { } directory)
        {
            Directory.CreateDirectory(directory);
        }

        var at = InstantText.Of(_time.GetUtcMicroseconds());
        var lines = string.Concat(heads.Select(head => $"{HeadLine.Of(head, at, _keys.Current)}\n"));
        // Alone: two at once would write to the same place, for the end is looked for once. Whoever comes second writes later.
        using var file = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.None);
        file.Write(Encoding.UTF8.GetBytes(lines));
        file.Flush(flushToDisk: true);
    }
}
