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
            sentry.Release = section[nameof(ErrorReportOptions.Release)] ?? DatadogOptions.Version;
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

            // The framework's own lines tell whole addresses, with what was searched for.
            sentry.SetBeforeBreadcrumb(crumb => crumb.Category?.StartsWith("Microsoft.", StringComparison.Ordinal) == true ? null : crumb);
        });
    }

    internal static SentryEvent Scrub(SentryEvent report)
    {
        report.User = new();
        report.Request.Cookies = null;
        report.Request.Data = null;
        report.Request.QueryString = null;
        if (report.Request.Url is { } url)
        {
            report.Request.Url = url.Split('?')[0];
        }

        foreach (var name in report.Request.Headers.Keys.Where(name => !Harmless.Contains(name)).ToList())
        {
            report.Request.Headers.Remove(name);
        }

        return report;
    }
}
