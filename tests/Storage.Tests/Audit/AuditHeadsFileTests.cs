using LoApi.Fixtures;
using LoApi.Storage.Audit;
using Microsoft.Extensions.Logging;
using Settings = Microsoft.Extensions.Options.Options;

namespace LoApi.Storage.Tests.Audit;

/// <summary>The file of heads where two processes were given the same one, by a slip. A lost line looks like tampering.</summary>
public sealed class AuditHeadsFileTests : IDisposable
{
    private const int Rounds = 1_000;

    private readonly TemporaryFolder _folder = new();

    private string File => _folder.File("heads.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_WhileSomebodyElseHasTheFile_IsLoggedAndDoneTheNextTime()
    {
        using var log = new CapturedLogs();
        using var logging = Logging(log);
        var heads = Heads(logging);
        heads.Keep(new(0, 1, "a"));
        using (new FileStream(File, FileMode.Append, FileAccess.Write, FileShare.ReadWrite))
        {
            heads.Write();
            Assert.Equal(0, new FileInfo(File).Length);
            Assert.IsAssignableFrom<IOException>(Assert.Single(log.Entries).Exception);
        }

        heads.Write();
        Assert.Equal([1L], Positions());
        Assert.Single(log.Entries);
    }

    [Fact]
    public void Write_OfTwoAtOnce_LosesNoLine()
    {
        using var log = new CapturedLogs();
        using var logging = Logging(log);
        using var together = new Barrier(2);
        Thread[] writers = [.. Enumerable.Range(0, 2).Select(one => new Thread(() => Write(Heads(logging), one * Rounds)))];
        Array.ForEach(writers, writer => writer.Start());
        Array.ForEach(writers, writer => writer.Join());

        // What could not be written has given way to a newer head; all else is there, whole.
        var positions = Positions();
        Assert.Equal((2 * Rounds) - log.Entries.Count, positions.Count);
        Assert.Equal(positions.Count, positions.Distinct().Count());

        void Write(AuditHeadsFile heads, int before)
        {
            for (var round = 1; round <= Rounds; round++)
            {
                heads.Keep(new(0, before + round, "a"));
                together.SignalAndWait();
                heads.Write();
            }
        }
    }

    private static ILoggerFactory Logging(CapturedLogs log) => LoggerFactory.Create(logging => logging.AddProvider(log));

    private AuditHeadsFile Heads(ILoggerFactory logging)
    {
        var options = Settings.Create(new AuditOptions { HeadsFile = File, Key = Convert.ToBase64String(new byte[AuditOptions.MinKeyBytes]) });
        return new(new AuditKeys(options), TimeProvider.System, options, logging.CreateLogger<AuditHeadsFile>());
    }

    private IReadOnlyList<long> Positions() =>
        [.. System.IO.File.ReadAllLines(File).Select(line => HeadLine.Parse(line)!.Position)];
}
