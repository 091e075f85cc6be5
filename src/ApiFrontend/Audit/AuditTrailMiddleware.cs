using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Requests;
using LoApi.Audit;
using LoApi.Errors;
using LoApi.Json;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Audit;

/// <summary>
/// Reports writes that came to nothing, and reads where <see cref="AuditTrailOptions.Reads"/> says so. Who was turned away
/// before its endpoint is reported where that is decided; what was written is recorded with the change itself.
/// </summary>
internal sealed class AuditTrailMiddleware(RequestDelegate next, AuditTrail trail, TimeProvider time, IOptions<AuditTrailOptions> options)
{
    private const string ReadCode = "read";

    private readonly HashSet<string> _reads = new(options.Value.Reads, StringComparer.Ordinal);

    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        var isRead = http.Request.IsRead;
        var status = http.Response.StatusCode;
        var mayTell = isRead ? _reads.Count > 0 : status >= StatusCodes.Status400BadRequest; // Nearly always not, so asked first.
        if (!mayTell || http.Features.Get<ApiRequest>() is not { } request || AuditedRoute.Of(http) is not { } route)
        {
            return;
        }

        if (!isRead || _reads.Contains("*") || _reads.Contains(route.Name))
        {
            var code = http.Features.Get<AnsweredProblem>()?.Code ?? (status < StatusCodes.Status400BadRequest ? ReadCode : $"http_{status}");
            trail.Report(new(Guid.CreateVersion7(), KindOf(isRead, status), OutcomeOf(code, status), code, time.GetUtcMicroseconds(), request.Caller)
            {
                ResourceType = route.ResourceType,
                ResourceId = route.ResourceId,
            });
        }
    }

    private static AuditKind KindOf(bool isRead, int status) => status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden
        ? AuditKind.Denied
        : isRead ? AuditKind.Read : AuditKind.Failed;

    private static AuditOutcome OutcomeOf(string code, int status) =>
        code == ProblemCode.OutcomeUnknown || status == StatusCodes.Status499ClientClosedRequest ? AuditOutcome.Unknown
        : status < StatusCodes.Status400BadRequest ? AuditOutcome.Success
        : AuditOutcome.Failure;
}
