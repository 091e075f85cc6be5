using System.Text;

namespace LoApi.Silo;

/// <summary>
/// Standard output that gathers what is written: one call of the system for many lines of the log, rather than one for each,
/// which costs a request more than all else of its line. A line comes out after <see cref="Delay"/> at most, and all of them
/// before the process ends, unless it is killed. Whoever reads too slowly is waited for, as it would be without this.
/// </summary>
internal sealed class GatheredOutput : Stream
{
    /// <summary>How long a line may wait for others.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(100);

    private const int MostBytes = 64 * 1024;

    private static int _installed;

    private readonly Stream _output;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private readonly byte[] _bytes = new byte[MostBytes];
    private int _count;

    public GatheredOutput(Stream output, TimeProvider time)
    {
        _output = output;
        _timer = time.CreateTimer(static gathered => ((GatheredOutput)gathered!).WriteOutLate(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
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
        AppDomain.CurrentDomain.ProcessExit += (_, _) => gathered.WriteOut();
        AppDomain.CurrentDomain.UnhandledException += (_, _) => gathered.WriteOut();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        lock (_lock)
        {
            if (_count + buffer.Length > MostBytes)
            {
                WriteOut();
            }

            if (buffer.Length > MostBytes)
            {
                _output.Write(buffer);
                return;
            }

            if (_count == 0)
            {
                _timer.Change(Delay, Timeout.InfiniteTimeSpan);
            }

            buffer.CopyTo(_bytes.AsSpan(_count));
            _count += buffer.Length;
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
        if (disposing)
        {
            _timer.Dispose();
            WriteOut();
        }

        base.Dispose(disposing);
    }

    // Where the disk is full, say: lines are lost, as they would be one by one, and the process goes on.
    private void WriteOutLate()
    {
        try
        {
            WriteOut();
        }
        catch (IOException exception)
        {
            Console.Error.WriteLine($"Lines of the log are lost: {exception.Message}");
        }
    }

    private void WriteOut()
    {
        lock (_lock)
        {
            var count = _count;
            _count = 0; // Also where nobody reads any more, and writing throws.
            _output.Write(_bytes.AsSpan(0, count));
            _output.Flush();
        }
    }
}
