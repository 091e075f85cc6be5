using System.Text;
using LoApi.Fixtures;
using LoApi.Silo;

namespace LoApi.ApiFrontend.Tests.Telemetry;

public sealed class GatheredOutputTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly WritesTaken _taken = new();

    [Fact]
    public void Lines_BeforeTheDelay_AreHeldBack_AndThenComeAtOnce()
    {
        using var output = Writer();
        output.WriteLine("one");
        _time.Advance(GatheredOutput.Delay - TimeSpan.FromMilliseconds(1));
        output.WriteLine("two");
        Assert.Empty(_taken.Writes);

        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(["one\ntwo\n"], _taken.Writes);

        output.WriteLine("three");
        _time.Advance(GatheredOutput.Delay);
        Assert.Equal(["one\ntwo\n", "three\n"], _taken.Writes);
    }

    [Fact]
    public void Lines_MoreThanThereIsRoomFor_ComeWholeAndInOrder()
    {
        var lines = Enumerable.Range(0, 2_000).Select(line => $"{line} {new string('é', 50)}").Append(new string('x', 200_000)).Append("last").ToList();
        using (var output = Writer())
        {
            lines.ForEach(output.WriteLine);
            Assert.InRange(_taken.Writes.Count, 3, 20);
        }

        Assert.Equal(string.Concat(lines.Select(line => line + "\n")), string.Concat(_taken.Writes));
    }

    [Fact]
    public void Line_ThatCannotBeWritten_IsLostAlone()
    {
        using var output = Writer();
        output.WriteLine("one");
        _taken.Refuses = true;
        _time.Advance(GatheredOutput.Delay);
        _taken.Refuses = false;
        output.WriteLine("two");
        _time.Advance(GatheredOutput.Delay);
        Assert.Equal(["two\n"], _taken.Writes);
    }

    private StreamWriter Writer() => new(new GatheredOutput(_taken, _time)) { AutoFlush = true, NewLine = "\n" };

    private sealed class WritesTaken : MemoryStream
    {
        public List<string> Writes { get; } = [];

        public bool Refuses { get; set; }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (Refuses)
            {
                throw new IOException("No space left on device.");
            }

            if (buffer.Length > 0)
            {
                Writes.Add(Encoding.UTF8.GetString(buffer));
            }
        }
    }
}
