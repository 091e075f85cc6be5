using System.Net;
using System.Net.Http.Headers;

namespace LoApi.LoadGen.Client;

/// <summary>Calls the service over HTTP/1.1, with bounded connections, time and retries. No failure of the service or of the
/// network is an exception: each is an <see cref="Answer"/>.</summary>
internal sealed class ApiClient : IDisposable
{
    public const string IdempotencyKey = "Idempotency-Key";
    private const string IdempotentReplayed = "Idempotent-Replayed";

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient _http;
    private readonly ApiClientOptions _options;
    private readonly ICallerCredentials _credentials;
    private readonly TimeProvider _time;
    private readonly string _root;

    public ApiClient(ApiClientOptions options, ICallerCredentials credentials, TimeProvider time)
    {
        _options = options;
        _credentials = credentials;
        _time = time;
        _root = options.Url.AbsoluteUri.TrimEnd('/');
        var handler = new SocketsHttpHandler
        {
            MaxConnectionsPerServer = options.Connections,
            ConnectTimeout = options.Timeout,
            AllowAutoRedirect = false,
            UseCookies = false,
            // Load goes to the service itself, never through what the environment happens to name.
            UseProxy = false,
            ActivityHeadersPropagator = null,
        };
        _http = new HttpClient(handler, disposeHandler: true)
        {
            DefaultRequestVersion = HttpVersion.Version11,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
            // Each attempt has a time-out of its own, on the clock that was given.
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <param name="path">Path and query, beginning with a slash.</param>
    /// <param name="acting">On whose behalf.</param>
    /// <param name="readBody">Reads the body of a success; without it, the body is read and dropped.</param>
    /// <param name="cancellation">Ends the run.</param>
    public Task<Answer> GetAsync(
        string path,
        ActingFor acting,
        Func<Stream, CancellationToken, Task>? readBody,
        CancellationToken cancellation) =>
        SendAsync(() => new HttpRequestMessage(HttpMethod.Get, _root + path), acting, readBody, cancellation);

    public Task<Answer> PostAsync(
        string path,
        byte[] json,
        string idempotencyKey,
        ActingFor acting,
        CancellationToken cancellation) =>
        SendAsync(
            () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, _root + path) { Content = new ByteArrayContent(json) };
                request.Content.Headers.ContentType = Json;
                request.Headers.TryAddWithoutValidation(IdempotencyKey, idempotencyKey);
                return request;
            },
            acting,
            readBody: null,
            cancellation);

    public void Dispose() => _http.Dispose();

    private async Task<Answer> SendAsync(
        Func<HttpRequestMessage> create,
        ActingFor acting,
        Func<Stream, CancellationToken, Task>? readBody,
        CancellationToken cancellation)
    {
        for (var retries = 0; ; retries++)
        {
            using var request = create();
            _credentials.Apply(request, acting);
            var (answer, wait) = await AttemptAsync(request, readBody, cancellation);
            if (wait is not { } pause || retries >= _options.Retries)
            {
                return answer with { Retries = retries };
            }

            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, _time, cancellation);
            }
        }
    }

    private async Task<(Answer Answer, TimeSpan? Wait)> AttemptAsync(
        HttpRequestMessage request,
        Func<Stream, CancellationToken, Task>? readBody,
        CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(_options.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (!response.IsSuccessStatusCode)
            {
                var reason = await ProblemReason.ReadAsync(response, either.Token);
                var wait = RetryLater.WaitOf(response, reason, _time.GetUtcNow());
                return (new Answer((int)response.StatusCode, reason, IsReplay(response), 0), wait);
            }

            await using var body = await response.Content.ReadAsStreamAsync(either.Token);
            await (readBody is null ? body.CopyToAsync(Stream.Null, either.Token) : readBody(body, either.Token));
            return (new Answer((int)response.StatusCode, "", IsReplay(response), 0), null);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return (new Answer(0, Measurement.Outcome.Timeout, Replayed: false, 0), null);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return (new Answer(0, TransportReason.Of(failure), Replayed: false, 0), null);
        }
    }

    private static bool IsReplay(HttpResponseMessage response) =>
        response.Headers.TryGetValues(IdempotentReplayed, out var values)
        && values.Contains("true", StringComparer.OrdinalIgnoreCase);
}
