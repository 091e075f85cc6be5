using System.Net;

namespace LoApi.Silo.Dashboard;

/// <summary>
/// Orleans' dashboard, on a port of its own that only operators reach, behind a name and a password (HTTP Basic). Off
/// unless a password is set. Section <c>Dashboard</c>. All silos of a cluster need the same.
/// </summary>
internal sealed class DashboardSettings
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Dashboard";

    /// <summary>The fewest characters of a password.</summary>
    public const int MinPassword = 16;

    /// <summary>
    /// The IP address on which it is served. Default the loopback address, whatever address the silo has: for who comes
    /// through a tunnel that ends on the machine, as <c>kubectl port-forward</c> does in a pod. On any other the password can
    /// be read on the way.
    /// </summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>The TCP port, 1 to 65535. Default 8082.</summary>
    public int Port { get; set; } = 8082;

    /// <summary>The name that operators give. Default <c>operator</c>.</summary>
    public string User { get; set; } = "operator";

    /// <summary>The password that they give, 16 characters or more. Secret. Default none: there is no dashboard.</summary>
    public string? Password { get; set; }

    /// <summary>The <see cref="Address"/>. Only of validated options.</summary>
    public IPAddress ListeningAddress => IPAddress.Parse(Address);

    /// <summary>Whether there is a dashboard.</summary>
    public bool IsOn => !string.IsNullOrEmpty(Password);
}
