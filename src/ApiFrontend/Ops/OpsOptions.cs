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
    /// An address of its own, such as <c>http://10.1.2.3:8090</c>, on which alone the page is served then; one that callers
    /// of the API do not reach. Default none: the page is served wherever the API is.
    /// </summary>
    public string? Listen { get; set; }

    /// <summary>How long a sign-in is good. Default 8 hours, 5 minutes to 24 hours.</summary>
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromHours(8);

    /// <summary>Where the Orleans Dashboard is, for the page to link to. Default none.</summary>
    public string? DashboardUrl { get; set; }

    /// <summary>The port of <see cref="Listen"/>; null where the page has no listener of its own.</summary>
    public int? Port => string.IsNullOrEmpty(Listen) ? null : BindingAddress.Parse(Listen).Port;

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
