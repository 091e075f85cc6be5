using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace LoApi.Silo;

internal static class SiloEndpoints
{
    private const string PodAddress = "POD_IP";

    /// <summary>Adds <see cref="SiloEndpointOptions"/>, validated at start, and tells Orleans.</summary>
    public static void AddSiloEndpoints(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<SiloEndpointOptions>()
            .BindConfiguration(SiloEndpointOptions.Section)
            .PostConfigure<IConfiguration>((endpoints, configuration) =>
                endpoints.AdvertisedAddress ??= configuration[PodAddress] is { Length: > 0 } pod ? pod : $"{IPAddress.Loopback}")
            .Validate(
                endpoints => IPAddress.TryParse(endpoints.AdvertisedAddress, out var address) && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any),
                "Silo:AdvertisedAddress is no IP address under which this silo is reached, such as 10.1.2.3; where it is not set, POD_IP takes its place.")
            .Validate(endpoints => IsPort(endpoints.SiloPort), "Silo:SiloPort lies between 1 and 65535.")
            .Validate(endpoints => endpoints.PrimaryPort is null || IsPort(endpoints.PrimaryPort.Value), "Silo:PrimaryPort lies between 1 and 65535.")
            .Validate(
                endpoints => (endpoints.GatewayPort == 0 || IsPort(endpoints.GatewayPort)) && endpoints.GatewayPort != endpoints.SiloPort,
                "Silo:GatewayPort lies between 0 and 65535 and is another than Silo:SiloPort.")
            .Validate(
                endpoints => IsPort(endpoints.HealthPort) && endpoints.HealthPort != endpoints.SiloPort && endpoints.HealthPort != endpoints.GatewayPort,
                "Silo:HealthPort lies between 1 and 65535 and is another than Silo:SiloPort and Silo:GatewayPort.")
            .Validate(
                endpoints => endpoints.ShutdownTimeout >= TimeSpan.FromSeconds(1) && endpoints.ShutdownTimeout <= TimeSpan.FromMinutes(10),
                "Silo:ShutdownTimeout lies between 00:00:01 and 00:10:00.")
            .ValidateOnStart();
        builder.Services.AddSingleton(new OpenedPort("Silo:SiloPort", services =>
        {
            var endpoints = Opened(services);
            return endpoints.SiloListeningEndpoint ?? new(endpoints.AdvertisedIPAddress!, endpoints.SiloPort);
        }));
        builder.Services.AddSingleton(new OpenedPort("Silo:GatewayPort", services => Opened(services) is { GatewayPort: not 0 } endpoints
            ? endpoints.GatewayListeningEndpoint ?? new(endpoints.AdvertisedIPAddress!, endpoints.GatewayPort)
            : null));
    }

    /// <summary>The endpoints of a silo that others reach.</summary>
    public static void UseConfiguredEndpoints(this ISiloBuilder silo) =>
        silo.Services.AddOptions<EndpointOptions>().Configure<IOptions<SiloEndpointOptions>>((endpoints, configured) =>
        {
            var here = configured.Value;
            endpoints.AdvertisedIPAddress = here.Address;
            endpoints.SiloPort = here.SiloPort;
            endpoints.GatewayPort = here.GatewayPort;
            endpoints.SiloListeningEndpoint = new(here.ListeningAddress, here.SiloPort);
            endpoints.GatewayListeningEndpoint = here.GatewayPort == 0 ? null : new(here.ListeningAddress, here.GatewayPort);
        });

    /// <summary>A silo that is a cluster of its own, on the loopback address.</summary>
    public static void UseLonelyEndpoints(this ISiloBuilder silo)
    {
        silo.UseLocalhostClustering();
        silo.Services.AddOptions<EndpointOptions>().Configure<IOptions<SiloEndpointOptions>>((endpoints, configured) =>
        {
            endpoints.SiloPort = configured.Value.SiloPort;
            endpoints.GatewayPort = configured.Value.GatewayPort;
        });
        silo.Services.AddOptions<DevelopmentClusterMembershipOptions>().Configure<IOptions<SiloEndpointOptions>>(
            (membership, configured) => membership.PrimarySiloEndpoint = new(IPAddress.Loopback, configured.Value.PrimaryPort ?? configured.Value.SiloPort));
    }

    // As Orleans itself goes by them.
    private static EndpointOptions Opened(IServiceProvider services) => services.GetRequiredService<IOptions<EndpointOptions>>().Value;

    private static bool IsPort(int number) => number is > 0 and <= IPEndPoint.MaxPort;
}
