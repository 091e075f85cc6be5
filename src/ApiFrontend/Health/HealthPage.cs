using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.Net.Http.Headers;

namespace LoApi.ApiFrontend.Health;

/// <summary>The summary as a page, for whoever opens it in a browser.</summary>
internal static class HealthPage
{
    private const string Style =
        """
        :root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
        table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.4rem .8rem .4rem 0;border-bottom:1px solid #8886;vertical-align:top}
        """;

    /// <summary>Lets a browser use the page's own style and nothing else.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; frame-ancestors 'none'";

    /// <summary>Whether a caller asks for a page by name and does not like JSON better; programs never do.</summary>
    public static bool IsAskedFor(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var ranges)
        && ranges.FirstOrDefault(range => range.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase)) is { } page
        && !ranges.Any(range => range.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) && (range.Quality ?? 1) >= (page.Quality ?? 1));

    public static string Write(HealthSummary summary)
    {
        var rows = new StringBuilder();
        foreach (var check in summary.Checks)
        {
            rows.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Text(check.Name)}</th><td>{Text(check.Status)}</td><td>{Time(check.Since)}</td><td>{check.DurationMs:0.0} ms</td><td>{Text(check.Detail)}</td></tr>\n");
        }

        return string.Create(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>LoApi: {Text(summary.Status)}</title><style>{Style}</style></head>
            <body>
            <h1>LoApi is {Text(summary.Status)}</h1>
            <p>Since {Time(summary.Since)}. Checked just now, in {summary.DurationMs:0.0} ms. Version {Text(summary.Version)}, running since {Time(summary.StartedAt)}.</p>
            <table>
            <thead><tr><th scope="col">Check</th><th scope="col">Status</th><th scope="col">Since</th><th scope="col">Took</th><th scope="col">Found</th></tr></thead>
            <tbody>
            {rows}</tbody>
            </table>
            <p>As this front end sees it; others may see it otherwise. Programs are answered in JSON.</p>
            </body>
            </html>

            """);
    }

    private static string Time(DateTimeOffset instant)
    {
        var text = instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return $"<time datetime=\"{text.Replace(' ', 'T')}Z\">{text} UTC</time>";
    }

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
