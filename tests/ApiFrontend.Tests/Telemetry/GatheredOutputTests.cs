using System.Collections.Concurrent;
using System.Text;
using LoApi.Fixtures;
using LoApi.Silo;

namespace LoApi.ApiFrontend.Tests.Telemetry;

public sealed class GatheredOutputTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new();
    private readonly WritesTaken _taken = new();

    [Fact]
    public void Lines_BeforeTheDelay_AreHeldBack_AndThenComeAtOnce()
    {
        using var output = Writer();
        output.WriteLine("one");
        _time.Advance(GatheredOutput.Delay - TimeSpan.FromMilliseconds(1));
        output.WriteLine("two");
        Assert.False(_taken.Next(TimeSpan.Zero, out _));

        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(_taken.Next(Patience, out var first));
        Assert.Equal("one\ntwo\n", first);

        output.WriteLine("three");
        _time.Advance(GatheredOutput.Delay);
        Assert.True(_taken.Next(Patience, out var second));
        Assert.Equal("three\n", second);
    }

    [Fact]
    public void Lines_ThatAreMany_ComeWholeAndInOrder_WithoutTheDelay()
    {
        var lines = Enumerable.Range(0, 2_000).Select(line => $"{line} {new string('é', 50)}").Append(new string('x', 200_000)).Append("last").ToList();
        var written = new StringBuilder();
        using (var output = Writer())
        {
            lines.ForEach(output.WriteLine);
            Assert.True(_taken.Next(Patience, out var first));
            written.Append(first);
        }

        while (_taken.Next(TimeSpan.Zero, out var next))
        {
            written.Append(next);
        }

        Assert.Equal(string.Concat(lines.Select(line => line + "\n")), written.ToString());
    }

    [Fact]
    public void Line_ThatCannotBeWritten_IsLostAlone()
    {
        using var output = Writer();
        _taken.Refuses = true;
        output.WriteLine("one");
        _time.Advance(GatheredOutput.Delay);
        Assert.True(_taken.Refused.Wait(Patience));
        _taken.Refuses = false;

        output.WriteLine("two");
        _time.Advance(GatheredOutput.Delay);
        Assert.True(_taken.Next(Patience, out var written));
        Assert.Equal("two\n", written);
    }

    [Fact]
    public void Lines_WhileNobodyReads_WaitUpToABound_AndMoreAreLostWhole()
    {
        var line = new string('x', 5_000); // Longer than what the writer passes on at once.
        var held = GatheredOutput.MostBytes / (line.Length + 8);
        using (var output = Writer())
        {
            _taken.Blocks.Reset();
            output.WriteLine("first");
            _time.Advance(GatheredOutput.Delay);
            Assert.True(_taken.Blocked.Wait(Patience));

            for (var i = 0; i < held * 2; i++)
            {
                output.WriteLine($"{i:D7}{line}"); // Nobody waits here.
            }

            _taken.Blocks.Set();
        }

        Assert.True(_taken.Next(TimeSpan.Zero, out var first));
        Assert.Equal("first\n", first);
        Assert.True(_taken.Next(TimeSpan.Zero, out var rest));
        Assert.Equal(string.Concat(Enumerable.Range(0, held).Select(i => $"{i:D7}{line}\n")), rest);
        Assert.False(_taken.Next(TimeSpan.Zero, out _));
    }

    private StreamWriter Writer() => new(new GatheredOutput(_taken, _time)) { AutoFlush = true, NewLine = "\n" };

    private sealed class WritesTaken : MemoryStream
    {
        private readonly BlockingCollection<string> _writes = [];

        public volatile bool Refuses;

        public ManualResetEventSlim Refused { get; } = new();

        public ManualResetEventSlim Blocks { get; } = new(initialState: true);

        public ManualResetEventSlim Blocked { get; } = new();

        public bool Next(TimeSpan patience, out string? written) => _writes.TryTake(out written, patience);

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (!Blocks.IsSet)
            {
                Blocked.Set();
                Blocks.Wait();
            }

            if (Refuses)
            {
                Refused.Set();
                throw new IOException("No space left on device.");
            }

            if (buffer.Length > 0)
            {
                _writes.Add(Encoding.UTF8.GetString(buffer));
            }
        }
    }
}
