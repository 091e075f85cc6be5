using System.Globalization;

namespace LoApi.Comparison.Contenders;

/// <summary>A contender that serves, on a database of its own.</summary>
internal sealed class RunningContender : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly RunningProcess _process;

    private readonly string? _heapFile;
    private readonly TimeProvider _time;

    private RunningContender(Contender contender, string database, Uri url, RunningProcess process, TimeSpan startUp, string? heapFile, TimeProvider time) =>
        (Contender, Database, Url, _process, StartUp, _heapFile, _time) = (contender, database, url, process, startUp, heapFile, time);

    public Contender Contender { get; }

    public string Database { get; }

    public Uri Url { get; }

    /// <summary>From the start of the process until it said that it is ready.</summary>
    public TimeSpan StartUp { get; }

    public long ResidentBytes => _process.ResidentBytes;

    /// <param name="contender">Which; a program of .NET, where it is probed.</param>
    /// <param name="arena">Where.</param>
    /// <param name="database">On which database.</param>
    /// <param name="probed">Whether <see cref="HeapBytesAsync"/> will be asked for.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ImpossibleException">It is not ready within a minute.</exception>
    public static async Task<RunningContender> StartAsync(Contender contender, Arena arena, string database, bool probed, CancellationToken cancellation)
    {
        var port = FreePort.Take();
        var url = new Uri($"http://127.0.0.1:{port}");
        var log = Path.Combine(arena.Installation.Directory, $"{contender.Id}-{database}.log");
        var started = arena.Time.GetTimestamp();
        var start = contender.Start(arena, database, port);
        var heapFile = probed ? Path.Combine(arena.Installation.Directory, $"{contender.Id}-{database}.heap") : null;
        if (probed)
        {
            start.Environment["DOTNET_STARTUP_HOOKS"] = arena.Installation.HeapProbe;
            start.Environment["HEAP_PROBE_FILE"] = heapFile;
        }

        var process = RunningProcess.Start(start, log);
        try
        {
            using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
            while (!await IsReadyAsync(http, new Uri(url, "/health/ready"), cancellation))
            {
                if (!process.IsRunning || arena.Time.GetElapsedTime(started) > Patience)
                {
                    throw new ImpossibleException($"{contender} does not start: {string.Join('\n', File.ReadLines(log).TakeLast(15))}");
                }

                await Task.Delay(Pause, arena.Time, cancellation);
            }

            return new(contender, database, url, process, arena.Time.GetElapsedTime(started), heapFile, arena.Time);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>What its heap holds once all garbage is collected.</summary>
    /// <exception cref="ImpossibleException">It was not started to be probed, or says nothing within a minute.</exception>
    public async Task<long> HeapBytesAsync(CancellationToken cancellation)
    {
        var file = _heapFile ?? throw new ImpossibleException($"{Contender} was started without the probe.");
        File.Delete(file);
        await RunningProcess.CompleteAsync("/bin/sh", ["-c", $"kill -USR1 {_process.Id}"], cancellation);
        var asked = _time.GetTimestamp();
        while (!File.Exists(file))
        {
            if (!_process.IsRunning || _time.GetElapsedTime(asked) > Patience)
            {
                throw new ImpossibleException($"{Contender} does not say how large its heap is.");
            }

            await Task.Delay(Pause, _time, cancellation);
        }

        return long.Parse(await File.ReadAllTextAsync(file, cancellation), CultureInfo.InvariantCulture);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static async Task<bool> IsReadyAsync(HttpClient http, Uri url, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync(url, cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception notYet) when (notYet is HttpRequestException || (notYet is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }
}
