using System.Text;

namespace LoApi.Silo;

/// <summary>
/// Standard output that gathers what is written, and writes it from a thread of its own: one call of the system for many
/// lines of the log, rather than one for each, which costs a request more than all else of its line. A line comes out after
/// <see cref="Delay"/> or soon after, and all of them before the process ends, unless it is killed or nobody reads. Nobody
/// waits for whoever reads: what does not fit into <see cref="MostBytes"/> meanwhile is lost, by whole lines, and counted.
/// </summary>
internal sealed class GatheredOutput : Stream
{
    /// <summary>How long a line may wait for others.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(100);

    /// <summary>What may wait for a reader, beside as much that he is being given.</summary>
    internal const int MostBytes = 4 * 1024 * 1024;

    // Enough to be written without waiting for more.
    private const int EnoughBytes = 64 * 1024;

    // Somebody who does not read must not keep a process from ending.
    private static readonly TimeSpan PatienceAtEnd = TimeSpan.FromSeconds(2);

    private static int _installed;

    private readonly Stream _output;
    private readonly ITimer _timer;
    private readonly Thread _writer;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _due = new(0);
    private MemoryStream _gathered = new();
    private MemoryStream _leaving = new();
    private long _lineStart;
    private bool _isLosing;
    private long _lost;
    private int _ends;

    public GatheredOutput(Stream output, TimeProvider time)
    {
        _output = output;
        _timer = time.CreateTimer(static due => ((SemaphoreSlim)due!).Release(), _due, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _writer = new Thread(KeepWriting) { IsBackground = true, Name = "Log output" };
        _writer.Start();
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>
    /// Gathers what this process writes to standard output, from the first call until it ends. Does nothing where somebody
    /// sits before it: a terminal shows each line at once.
    /// </summary>
    public static void Install()
    {
        if (!Console.IsOutputRedirected || Interlocked.Exchange(ref _installed, 1) == 1)
        {
            return;
        }

        var gathered = new GatheredOutput(Console.OpenStandardOutput(), TimeProvider.System);
        Console.SetOut(new StreamWriter(gathered, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true });
        AppDomain.CurrentDomain.ProcessExit += (_, _) => gathered.End();
        AppDomain.CurrentDomain.UnhandledException += (_, _) => gathered.End();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        lock (_gate)
        {
            if (buffer.IsEmpty || !Fits(buffer))
            {
                return;
            }

            var before = _gathered.Length;
            _gathered.Write(buffer);
            if (buffer.LastIndexOf((byte)'\n') is >= 0 and var end)
            {
                _lineStart = before + end + 1;
            }

            if (before == 0)
            {
                _timer.Change(Delay, Timeout.InfiniteTimeSpan);
            }

            if (before < EnoughBytes && _gathered.Length >= EnoughBytes)
            {
                _due.Release();
            }
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Nothing: the log's sink asks for it after each line.</summary>
    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Writes out what is gathered; the output itself stays open.</summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing && End())
        {
            _timer.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Has what is gathered written out; whether that came to an end in time.</summary>
    private bool End()
    {
        if (Interlocked.Exchange(ref _ends, 1) == 0)
        {
            _due.Release();
        }

        return _writer.Join(PatienceAtEnd);
    }

    /// <summary>Whether there is room; where there is none, the whole line is lost, with what of it is there already.</summary>
    private bool Fits(ReadOnlySpan<byte> part)
    {
        if (!_isLosing && _gathered.Length + part.Length <= MostBytes)
        {
            return true;
        }

        if (!_isLosing)
        {
            _gathered.SetLength(_lineStart);
        }

        _lost += part.Count((byte)'\n');
        _isLosing = part[^1] != '\n';
        return false;
    }

    private void KeepWriting()
    {
        var last = false;
        while (!last)
        {
            _due.Wait();
            last = Volatile.Read(ref _ends) == 1;
            WriteOut();
        }
    }

    private void WriteOut()
    {
        long lost;
        lock (_gate)
        {
            (_gathered, _leaving) = (_leaving, _gathered);
            _lineStart = 0;
            (lost, _lost) = (_lost, 0);
        }

        try
        {
            _output.Write(_leaving.GetBuffer().AsSpan(0, (int)_leaving.Length));
            _output.Flush();
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            // Where the disk is full, say: lines are lost, as they would be one by one, and the process goes on.
            Complain($"Lines of the log are lost: {exception.Message}");
        }

        _leaving.SetLength(0);
        if (lost > 0)
        {
            Complain($"{lost} lines of the log are lost, because nobody read them for too long.");
        }
    }

    private static void Complain(string message)
    {
        try
        {
            Console.Error.WriteLine(message);
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            // Both go to the same full disk, perhaps: there is nobody left to tell, and nothing to end a process for.
        }
    }

    private static bool IsRefusal(Exception exception) => exception is IOException or UnauthorizedAccessException;
}
