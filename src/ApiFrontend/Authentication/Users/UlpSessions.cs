using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>
/// Asks ULP whose a session is: attempts with a timeout, repeated after growing pauses, and none at all for a while once
/// half of them fail, so that a broken ULP neither holds up requests nor is held down by them.
/// </summary>
internal sealed class UlpSessions(HttpClient http, IOptions<UlpOptions> options, TimeProvider clock)
{
    private const int MinimumThroughput = 10;

    private static readonly TimeSpan SamplingDuration = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    private readonly ResiliencePipeline<UlpAnswer> _pipeline = BuildPipeline(options.Value, clock);

    /// <summary>Whose it is. Throws <see cref="ProviderUnavailableException"/> where ULP gives no answer in time.</summary>
    public async Task<UlpAnswer> AskAsync(string session, CancellationToken cancellation)
    {
        try
        {
            return await _pipeline.ExecuteAsync(
                static (call, token) => call.Self.AskOnceAsync(call.Session, token), (Self: this, Session: session), cancellation);
        }
        catch (BrokenCircuitException)
        {
            throw new ProviderUnavailableException("ULP is left alone for a while: too many attempts failed.");
        }
        catch (TimeoutRejectedException)
        {
            throw new ProviderUnavailableException("ULP did not answer in time.");
        }
        catch (HttpRequestException failed)
        {
            throw new ProviderUnavailableException($"ULP did not answer: {failed.HttpRequestError}, status {failed.StatusCode}.");
        }
    }

    private static ResiliencePipeline<UlpAnswer> BuildPipeline(UlpOptions options, TimeProvider clock)
    {
        var failed = new PredicateBuilder<UlpAnswer>().Handle<HttpRequestException>().Handle<TimeoutRejectedException>();
        var builder = new ResiliencePipelineBuilder<UlpAnswer> { TimeProvider = clock };
        builder.AddTimeout(options.TotalTimeout);
        if (options.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<UlpAnswer>
            {
                ShouldHandle = failed,
                MaxRetryAttempts = options.Retries,
                Delay = FirstPause,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            });
        }

        return builder
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<UlpAnswer>
            {
                ShouldHandle = failed,
                FailureRatio = 0.5,
                MinimumThroughput = MinimumThroughput,
                SamplingDuration = SamplingDuration,
                BreakDuration = options.BreakDuration,
            })
            .AddTimeout(options.Timeout)
            .Build();
    }

    private async ValueTask<UlpAnswer> AskOnceAsync(string session, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.Endpoint)
        {
            Content = new FormUrlEncodedContent([new("token", session), new("token_type_hint", "ulp_session")]),
        };
        request.Headers.Accept.ParseAdd("application/json");
        if (options.Value.Authorization is { } authorization)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var response = await http.SendAsync(request, cancellation);
        if (IsAboutTheSession(response.StatusCode))
        {
            return new(UserId: null, ExpiresAt: null);
        }

        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new HttpRequestException(HttpRequestError.InvalidResponse, statusCode: response.StatusCode);
        }

        return Read(await response.Content.ReadAsByteArrayAsync(cancellation));
    }

    /// <summary>
    /// Whether ULP declines the session that it was asked for, which is the caller's doing: it must not count against ULP,
    /// or one client could have it left alone for all. The others of these statuses are about us, or about the moment.
    /// </summary>
    private static bool IsAboutTheSession(HttpStatusCode status) =>
        (int)status is >= 400 and < 500
        && status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests);

    /// <summary>When the session ends; null where the answer does not say.</summary>
    private static DateTimeOffset? EndOf(JsonElement answer)
    {
        if (!answer.TryGetProperty("exp", out var expires) || expires.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return NumericDate.TryRead(expires, out var end) ? end : throw new FormatException();
    }

    private UlpAnswer Read(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var answer = document.RootElement;
            if (!answer.GetProperty("active").GetBoolean())
            {
                return new(UserId: null, ExpiresAt: null);
            }

            var user = answer.GetProperty(options.Value.UserMember);
            return new(
                user.ValueKind == JsonValueKind.Number ? user.GetRawText() : user.GetString() ?? throw new FormatException(),
                EndOf(answer));
        }
        catch (Exception exception) when (exception
            is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentOutOfRangeException)
        {
            throw new HttpRequestException(HttpRequestError.InvalidResponse, "What ULP answers is not understood.", exception);
        }
    }
}
