using System.Globalization;
using System.Net.Http.Headers;
using LoApi.LoadGen.Client;

namespace LoApi.Reliability.Load;

/// <summary>
/// Sends a write as a careful app server would: again and again with the same key, whatever becomes of the connection,
/// until an answer settles it.
/// </summary>
internal sealed class Caller : IDisposable
{
    private static readonly ActingFor Acting = new("1", "1");
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly HttpClient _http;
    private readonly Journal? _journal;

    public Caller(Uri service, int connections, Journal? journal = null)
    {
        _journal = journal;
        _http = new HttpClient(new SocketsHttpHandler
        {
            MaxConnectionsPerServer = connections,
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
        })
        {
            BaseAddress = service,
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>By what it says who it is; needed for all but <see cref="IsReadyAsync"/>.</summary>
    public ICallerCredentials? Credentials { get; set; }

    public void Dispose() => _http.Dispose();

    /// <summary>Throws <see cref="TimeoutException"/> where no answer settles it in two minutes.</summary>
    public async Task<Answer> SettleAsync(Write write)
    {
        var started = TimeProvider.System.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            var answer = await TryAsync(() => Request(write));
            if (answer is null or { Status: >= 500 })
            {
                _journal?.Add(new Failure(TimeProvider.System.GetTimestamp(), answer?.Code ?? Failure.NoAnswer, answer is { SaysWhen: true }));
            }

            if (answer is not null && !IsToBeRepeated(answer))
            {
                _journal?.Add(new Settlement(TimeProvider.System.GetTimestamp(), TimeProvider.System.GetElapsedTime(started)));
                return answer with { Attempts = attempt };
            }

            if (TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new TimeoutException($"{write.Method} {write.Path} with key {write.Key} was not answered in {Patience.TotalSeconds} s.");
            }

            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    /// <summary>What a GET gives, read again until the service answers it.</summary>
    public Task<Answer> ReadAsync(string path) => SettleAsync(new Write("", HttpMethod.Get, path, null, null, []));

    /// <summary>Whether the service says that it is ready.</summary>
    public async Task<bool> IsReadyAsync() =>
        await TryAsync(() => new HttpRequestMessage(HttpMethod.Get, "/health/ready")) is { Status: 200 };

    // 409 while an earlier attempt is still at work, 429 and whatever the service says of itself with a 503.
    private static bool IsToBeRepeated(Answer answer) =>
        answer.Status is 429 or 503 || (answer.Status == 409 && answer.Body.Contains("request_in_progress", StringComparison.Ordinal));

    private HttpRequestMessage Request(Write write)
    {
        var request = new HttpRequestMessage(write.Method, write.Path);
        Credentials!.Apply(request, Acting);
        if (write.Key.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", write.Key);
        }

        if (write.IfMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", write.IfMatch);
        }

        if (write.MediaType is not null)
        {
            request.Content = new ByteArrayContent(write.Body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(write.MediaType);
        }

        return request;
    }

    /// <summary>Null where no complete answer came.</summary>
    private async Task<Answer?> TryAsync(Func<HttpRequestMessage> create)
    {
        using var request = create();
        using var timeout = new CancellationTokenSource(AttemptTimeout, TimeProvider.System);
        try
        {
            using var response = await _http.SendAsync(request, timeout.Token);
            return new Answer(
                (int)response.StatusCode,
                response.Headers.ETag?.ToString() ?? "",
                await response.Content.ReadAsStringAsync(timeout.Token),
                response.Headers.Contains("Idempotent-Replayed"),
                Attempts: 1)
            {
                SaysWhen = response.Headers.RetryAfter is not null,
                Age = response.Headers.Age is { } age ? string.Create(CultureInfo.InvariantCulture, $"{age.TotalSeconds:F0} s") : null,
            };
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            return null; // Killed in the middle: whoever sent it sends it again.
        }
    }
}
