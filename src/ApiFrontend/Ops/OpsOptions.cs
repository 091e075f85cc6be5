using System.Net;

namespace LoApi.ApiFrontend.Ops;

/// <summary>The operators' page. Section <c>Ops</c>.</summary>
internal sealed class OpsOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Ops";

    /// <summary>Whether there is one, and what it shows is gathered. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// An address of its own, on which alone the page is served then; one that callers of the API do not reach:
    /// <c>http://127.0.0.1:8090</c> for who comes through a tunnel, or <c>https://10.1.2.3:8443</c>. Over http that others
    /// reach, keys and sessions can be read on the way, which is warned of. Default none: the page is served wherever the API is.
    /// </summary>
    public string? Listen { get; set; }

    /// <summary>How long a sign-in is good. Default 8 hours, 5 minutes to 24 hours.</summary>
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromHours(8);

    /// <summary>Where the Orleans Dashboard is, for the page to link to. Default none.</summary>
    public string? DashboardUrl { get; set; }

    /// <summary>The port of <see cref="Listen"/>; null where the page has no listener of its own.</summary>
    public int? Port => string.IsNullOrEmpty(Listen) ? null : BindingAddress.Parse(Listen).Port;

    /// <summary>Whether <see cref="Listen"/> is reached from elsewhere without encryption.</summary>
    public bool IsReadableOnTheWay =>
        !string.IsNullOrEmpty(Listen)
        && BindingAddress.Parse(Listen) is { IsUnixPipe: false } address
        && !address.Scheme.Equals("https", StringComparison.OrdinalIgnoreCase)
        && !address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        && !(IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));

    /// <summary>Whether <see cref="Listen"/> is an address that a server can open.</summary>
    public bool IsListenable
    {
        get
        {
            if (string.IsNullOrEmpty(Listen))
            {
                return true;
            }

            try
            {
                return BindingAddress.Parse(Listen) is { PathBase: "", IsUnixPipe: false, IsNamedPipe: false, Port: > 0 and <= IPEndPoint.MaxPort };
            }
            catch (FormatException)
            {
                return false;
            }
        }
    }
}
