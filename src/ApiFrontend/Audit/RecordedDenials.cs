using System.Text.Json;
using LoApi.ApiFrontend.Authentication;
using LoApi.Audit;
using LoApi.Callers;
using LoApi.Clients;

namespace LoApi.ApiFrontend.Audit;

/// <summary>Denials as records of the audit log, beside the lines of the log.</summary>
internal sealed class RecordedDenials(LoggedDenials log, AuditTrail trail) : IDenials
{
    public void Report(Denial denial)
    {
        log.Report(denial);
        var end = denial.Reason.IndexOf(':', StringComparison.Ordinal);
        var at = denial.OccurredAt;
        trail.Report(new(
            Guid.CreateVersion7(),
            AuditKind.Denied,
            AuditOutcome.Failure,
            end < 0 ? denial.Reason : denial.Reason[..end],
            at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond)),
            new Caller(denial.ClientId ?? ClientId.Anonymous, denial.UserId, denial.LocationId, denial.RequestId)
            {
                Method = denial.Method,
                Path = denial.Path,
                RemoteIp = denial.RemoteIp,
            })
        {
            Detail = end < 0 && denial.ClaimedKeyId is null
                ? null
                : JsonSerializer.Serialize(new DenialDetail(denial.Reason, denial.ClaimedKeyId), DenialContext.Default.DenialDetail),
        });
    }
}
