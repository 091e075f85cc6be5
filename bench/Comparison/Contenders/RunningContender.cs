namespace LoApi.Comparison.Contenders;

/// <summary>A contender that serves, on a database of its own.</summary>
internal sealed class RunningContender : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly RunningProcess _process;

    private RunningContender(Contender contender, string database, Uri url, RunningProcess process, TimeSpan startUp) =>
        (Contender, Database, Url, _process, StartUp) = (contender, database, url, process, startUp);

    public Contender Contender { get; }

    public string Database { get; }

    public Uri Url { get; }

    /// <summary>From the start of the process until it said that it is ready.</summary>
    public TimeSpan StartUp { get; }

    public long ResidentBytes => _process.ResidentBytes;

    /// <exception cref="ImpossibleException">It is not ready within a minute.</exception>
    public static async Task<RunningContender> StartAsync(Contender contender, Arena arena, string database, CancellationToken cancellation)
    {
        var port = FreePort.Take();
        var url = new Uri($"http://127.0.0.1:{port}");
        var log = Path.Combine(arena.Installation.Directory, $"{contender.Id}-{database}.log");
        var started = arena.Time.GetTimestamp();
        var process = RunningProcess.Start(contender.Start(arena, database, port), log);
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

            return new(contender, database, url, process, arena.Time.GetElapsedTime(started));
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
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
