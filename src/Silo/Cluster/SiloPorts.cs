namespace LoApi.Silo;

/// <summary>
/// Where a silo that is a cluster of its own listens, on the loopback address only. Two services on one machine need
/// different ports. Section <c>Silo</c>; the embedded distribution has no such ports and does not read it.
/// </summary>
internal sealed class SiloPorts
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Silo";

    /// <summary>The TCP port on which other silos reach this one, 1 to 65535. Default 11111.</summary>
    public int SiloPort { get; set; } = 11111;

    /// <summary>
    /// The TCP port on which front ends in other processes reach this silo, 1 to 65535, or 0 for none: the front end in
    /// the silo's own process needs none. Default 30000.
    /// </summary>
    public int GatewayPort { get; set; } = 30000;
}
