namespace LoApi.ApiFrontend.Hosting;

/// <summary>Where a front end finds the silo of a cluster without a database, on the loopback address. Section <c>Silo</c>, as the silo itself.</summary>
internal sealed class LocalGatewayOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Silo";

    /// <summary>The silo's TCP port for front ends, 1 to 65535. Default 30000.</summary>
    public int GatewayPort { get; set; } = 30000;
}
