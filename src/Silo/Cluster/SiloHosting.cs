using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace LoApi.Silo;

/// <summary>Hosts the grains in this process, on an Orleans silo that is a cluster of its own.</summary>
public static class SiloHosting
{
    /// <summary>Adds the grains, their storage and the silo that runs them.</summary>
    public static void AddSilo(this IHostApplicationBuilder builder)
    {
        builder.AddSiloServices();
        builder.AddSiloPorts();
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering();
            silo.Services.AddOptions<EndpointOptions>().Configure<IOptions<SiloPorts>>((endpoints, ports) =>
            {
                endpoints.SiloPort = ports.Value.SiloPort;
                endpoints.GatewayPort = ports.Value.GatewayPort;
            });
            silo.Services.AddOptions<DevelopmentClusterMembershipOptions>().Configure<IOptions<SiloPorts>>(
                (membership, ports) => membership.PrimarySiloEndpoint = new(IPAddress.Loopback, ports.Value.SiloPort));
        });
        builder.AddSchedules();
    }

    private static void AddSiloPorts(this IHostApplicationBuilder builder) =>
        builder.Services.AddOptions<SiloPorts>()
            .BindConfiguration(SiloPorts.Section)
            .Validate(ports => ports.SiloPort is > 0 and <= IPEndPoint.MaxPort, "Silo:SiloPort lies between 1 and 65535.")
            .Validate(
                ports => ports.GatewayPort is >= 0 and <= IPEndPoint.MaxPort && ports.GatewayPort != ports.SiloPort,
                "Silo:GatewayPort lies between 0 and 65535 and is another than Silo:SiloPort.")
            .ValidateOnStart();
}
