using LoApi.ApiFrontend.Requests;
using LoApi.Errors;

namespace LoApi.ApiFrontend.Errors;

/// <summary>
/// Turns what nobody expected, and the bare statuses of the server and the router, into problem documents. Nothing of an
/// exception reaches the caller; the log has it under the request's id.
/// </summary>
internal sealed class ErrorMiddleware(RequestDelegate next, ILogger<ErrorMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException && http.RequestAborted.IsCancellationRequested)
        {
            if (!http.Response.HasStarted)
            {
                http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest; // For the log: nobody is left to be answered.
            }

            return;
        }
        catch (Exception exception)
        {
            if (http.Response.HasStarted)
            {
                Log.FailedAfterStart(logger, exception, http.RequestId);
                http.Abort(); // A truncated answer must not look like a whole one.
                return;
            }

            await RespondAsync(http, Explain(http, exception));
            return;
        }

        if (!http.Response.HasStarted && http.Response is { ContentType: null, ContentLength: null or 0 }
            && ProblemCatalog.OfStatus(http.Response.StatusCode) is { } failure)
        {
            await RespondAsync(http, failure);
        }
    }

    private static Task RespondAsync(HttpContext http, Failure failure) => new ApiProblem(failure).ExecuteAsync(http);

    private Failure Explain(HttpContext http, Exception exception)
    {
        switch (exception)
        {
            case BadHttpRequestException bad:
                return ProblemCatalog.OfStatus(bad.StatusCode) ?? ProblemCatalog.OfStatus(StatusCodes.Status400BadRequest)!;
            case OutcomeUnknownException:
            case TimeoutException when !http.Request.IsRead:
            case var lost when !http.Request.IsRead && GrainCallFailure.IsUnreachable(lost):
                Log.OutcomeUnknown(logger, exception, http.RequestId);
                return new(ProblemCode.OutcomeUnknown, "It is not known whether the write took effect; a repeat with the same Idempotency-Key tells.");
            case DatabaseUnavailableException or TimeoutException:
                Log.DatabaseUnavailable(logger, exception, http.RequestId);
                return new(ProblemCode.DatabaseUnavailable, "The database does not answer at the moment.");
            case var lost when GrainCallFailure.IsUnreachable(lost):
                Log.ClusterUnavailable(logger, exception.Message, http.RequestId);
                return new(ProblemCode.ClusterUnavailable, "What answers such requests cannot be reached at the moment.");
            case var refused when refused is OverloadedException || GrainCallFailure.IsRefused(refused):
                Log.Overloaded(logger, exception.Message, http.RequestId);
                return new(ProblemCode.Overloaded, "More is asked than can be done at the moment; nothing was done.");
            default:
                Log.Failed(logger, exception, http.RequestId);
                return new(ProblemCode.InternalError, "The service failed; its operators find out why by the request_id.");
        }
    }
}
