using System.Net;

namespace LoApi.Silo;

/// <summary>
/// Where a silo listens and under which address others reach it. Two silos on one machine need different ports. Section
/// <c>Silo</c>; the embedded distribution has no such endpoints and does not read it. A silo that a front end co-hosts is a
/// cluster of its own on the loopback address, and reads the two ports of Orleans only.
/// </summary>
internal sealed class SiloEndpointOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Silo";

    /// <summary>
    /// The IP address under which other silos and front ends reach this one. Default: the environment variable
    /// <c>POD_IP</c>, which Kubernetes' downward API fills from <c>status.podIP</c>; without it the loopback address, for
    /// a cluster on one machine.
    /// </summary>
    public string? AdvertisedAddress { get; set; }

    /// <summary>
    /// Whether the silo listens on every address of the machine rather than on the advertised one, as is needed where
    /// addresses are translated on the way. Default false.
    /// </summary>
    public bool ListenOnAnyAddress { get; set; }

    /// <summary>The TCP port on which other silos reach this one, 1 to 65535. Default 11111.</summary>
    public int SiloPort { get; set; } = 11111;

    /// <summary>
    /// The TCP port on which front ends in other processes reach this silo, 1 to 65535, or 0 for none: the front end in
    /// the silo's own process needs none. Default 30000.
    /// </summary>
    public int GatewayPort { get; set; } = 30000;

    /// <summary>
    /// Of a silo that is no member by the database: the <see cref="SiloPort"/> of the one on this machine whose cluster it
    /// joins, for development. Default its own: it is a cluster by itself.
    /// </summary>
    public int? PrimaryPort { get; set; }

    /// <summary>The TCP port of the probes (<c>/health/live</c>, <c>/startup</c>, <c>/ready</c>), 1 to 65535. Default 8081.</summary>
    public int HealthPort { get; set; } = 8081;

    /// <summary>
    /// How long a silo that is told to stop may take to hand over its grains and write its queue, before it is cut off.
    /// Default 45 seconds, 1 second to 10 minutes. Whoever stops it must wait longer than that.
    /// </summary>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>The advertised address. Only of validated options.</summary>
    public IPAddress Address => IPAddress.Parse(AdvertisedAddress!);

    /// <summary>The address on which all ports are opened. Only of validated options.</summary>
    public IPAddress ListeningAddress => (ListenOnAnyAddress, Address.AddressFamily) switch
    {
        (false, _) => Address,
        (_, System.Net.Sockets.AddressFamily.InterNetworkV6) => IPAddress.IPv6Any,
        _ => IPAddress.Any,
    };
}
