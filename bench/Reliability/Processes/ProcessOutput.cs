namespace LoApi.Reliability.Processes;

/// <summary>What a process says: its last lines, and all of them in a file where one is named.</summary>
/// <remarks>It is quick about it: a process whose output is not taken waits, and with it whoever calls it.</remarks>
/// <param name="file">Where the lines go; nowhere where null.</param>
internal sealed class ProcessOutput(string? file = null) : IDisposable
{
    private const int Kept = 100;

    private readonly Lock _gate = new();
    private readonly Queue<string> _last = new();
    private StreamWriter? _writer;

    /// <summary>The last lines; empty where there were none.</summary>
    public string Last
    {
        get
        {
            lock (_gate)
            {
                return string.Join('\n', _last);
            }
        }
    }

    /// <summary>Takes a line; null at the end of a stream.</summary>
    public void Take(string? line)
    {
        lock (_gate)
        {
            if (line is null)
            {
                _writer?.Flush();
                return;
            }

            if (file is not null)
            {
                _writer ??= new StreamWriter(file, append: true);
                _writer.WriteLine(line);
            }

            _last.Enqueue(line);
            if (_last.Count > Kept)
            {
                _last.Dequeue();
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _writer?.Dispose();
            _writer = null;
        }
    }
}
