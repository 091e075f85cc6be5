using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Sentry;
using Sentry.Extensibility;

namespace LoApi.Silo;

/// <summary>Reports to Sentry what is logged as an error, without personal data, from a bounded queue.</summary>
internal static class SentryReports
{
    private const int Breadcrumbs = 20;

    // What says how a request was made, and nothing of who made it.
    private static readonly HashSet<string> Harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Encoding", "Content-Length", "Content-Type", "Host", "User-Agent", "traceparent", "X-Request-Id",
    };

    private static readonly TimeSpan AtTheEnd = TimeSpan.FromSeconds(2);

    public static bool AreBuiltIn => true;

    public static void Add(WebApplicationBuilder builder, IConfigurationSection section, string environment)
    {
        var defaults = new ErrorReportOptions();
        builder.WebHost.UseSentry(sentry =>
        {
            sentry.Dsn = section[nameof(ErrorReportOptions.Dsn)];
            sentry.Release = section[nameof(ErrorReportOptions.Release)] ?? BuildVersion.Current;
            sentry.Environment = environment;
            sentry.SampleRate = section.GetValue(nameof(ErrorReportOptions.SampleRate), defaults.SampleRate);
            sentry.TracesSampleRate = section.GetValue(nameof(ErrorReportOptions.TracesSampleRate), defaults.TracesSampleRate);
            sentry.MaxQueueItems = section.GetValue(nameof(ErrorReportOptions.MaxQueuedReports), defaults.MaxQueuedReports);
            sentry.MaxBreadcrumbs = Breadcrumbs;
            sentry.SendDefaultPii = false;
            sentry.IsEnvironmentUser = false;
            sentry.MaxRequestBodySize = RequestSize.None;
            sentry.ShutdownTimeout = AtTheEnd;
            sentry.AutoSessionTracking = false;
            sentry.SetBeforeSend(Scrub);
            sentry.SetBeforeSendTransaction(Scrub);

            sentry.SetBeforeBreadcrumb(crumb => IsHarmless(crumb.Category) ? crumb : null);
        });
    }

    private static SentryEvent Scrub(SentryEvent report)
    {
        ScrubRequest(report);
        return report;
    }

    private static SentryTransaction Scrub(SentryTransaction report)
    {
        ScrubRequest(report);
        if (report.NameSource == TransactionNameSource.Url)
        {
            Rename(report); // No route was met: all that there is to name it by is its path.
        }

        foreach (var span in report.Spans)
        {
            span.Description = span.Description?.Split('?')[0];
        }

        return report;
    }

    private static void ScrubRequest(IEventLike report)
    {
        report.User = new();
        report.Request.Cookies = null;
        report.Request.Data = null;
        report.Request.QueryString = null;

        // Paths hold ids and whatever a caller takes for one; the route's template is the report's name.
        report.Request.Url = Uri.TryCreate(report.Request.Url, UriKind.Absolute, out var url) ? url.GetLeftPart(UriPartial.Authority) : null;
        foreach (var name in report.Request.Headers.Keys.Where(name => !Harmless.Contains(name)).ToList())
        {
            report.Request.Headers.Remove(name);
        }

        // Sentry's own trace id is of its own making; this one is in the log, the spans and the audit log.
        if (Activity.Current is { } activity)
        {
            report.SetTag("trace_id", activity.TraceId.ToHexString());
        }
    }

    private static void Rename(IEventLike report) => report.TransactionName = report.Request.Method;

    // The framework's own lines, and Sentry's of outgoing calls, tell whole addresses, with what was searched for.
    private static bool IsHarmless(string? category) =>
        category is null || (category != "http" && !category.StartsWith("Microsoft.", StringComparison.Ordinal));
}
