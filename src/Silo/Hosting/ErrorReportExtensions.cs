using LoApi.Silo.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.Silo;

/// <summary>Reports of errors, the same in a front end and in a silo.</summary>
public static class ErrorReportExtensions
{
    /// <summary>Reports what is logged as an error to Sentry, if there is an address for it. After <see cref="LoggingExtensions.AddLogging"/>.</summary>
    public static void AddErrorReports(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ErrorReportOptions>()
            .BindConfiguration(ErrorReportOptions.Section)
            .Validate(
                options => string.IsNullOrEmpty(options.Dsn) || SentryReports.AreBuiltIn,
                "Sentry:Dsn is set, but this build reports nothing to Sentry.")
            .Validate(options => string.IsNullOrEmpty(options.Dsn) || IsAddress(options.Dsn), "Sentry:Dsn is no address of a project, such as https://KEY@HOST/PROJECT.")
            .Validate(options => options.SampleRate is > 0 and <= 1, "Sentry:SampleRate lies between 0 and 1, and is more than 0.")
            .Validate(options => options.TracesSampleRate is >= 0 and <= 1, "Sentry:TracesSampleRate lies between 0 and 1.")
            .Validate(options => options.MaxQueuedReports is >= 1 and <= 10_000, "Sentry:MaxQueuedReports lies between 1 and 10000.")
            .ValidateOnStart();
        var section = builder.Configuration.GetSection(ErrorReportOptions.Section);
        if (section[nameof(ErrorReportOptions.Dsn)] is { } dsn && IsAddress(dsn))
        {
            var environment = section[nameof(ErrorReportOptions.Environment)]
                ?? builder.Configuration[$"{TelemetryOptions.Section}:{nameof(TelemetryOptions.Environment)}"]
                ?? builder.Environment.NameInLowerCase();
            SentryReports.Add(builder, section, environment);
        }
    }

    private static bool IsAddress(string dsn) =>
        Uri.TryCreate(dsn, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", UserInfo.Length: > 0, AbsolutePath.Length: > 1 };
}
