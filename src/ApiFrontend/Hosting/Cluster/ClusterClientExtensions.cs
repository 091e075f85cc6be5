using System.Net;
using LoApi.ApiFrontend.Health;
using LoApi.Silo;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace LoApi.ApiFrontend.Hosting;

internal static class ClusterClientExtensions
{
    /// <summary>Adds <see cref="ClusterClientOptions"/>, validated at start.</summary>
    public static void AddClusterClientOptions(this WebApplicationBuilder builder) =>
        builder.Services.AddOptions<ClusterClientOptions>()
            .BindConfiguration(ClusterClientOptions.Section)
            .Validate(client => Enum.IsDefined(client.Mode), "Cluster:Mode is none of CoHosted, Client.")
            .Validate(client => Lies(client.ConnectTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)), "Cluster:ConnectTimeout lies between 00:00:01 and 01:00:00.")
            .Validate(client => Lies(client.ResponseTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2)), "Cluster:ResponseTimeout lies between 00:00:01 and 00:02:00.")
            .Validate(client => Lies(client.RepeatFor, TimeSpan.Zero, TimeSpan.FromMinutes(1)), "Cluster:RepeatFor lies between 00:00:00 and 00:01:00.")
            .Validate(client => Lies(client.GatewayRefresh, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1)), "Cluster:GatewayRefresh lies between 00:00:01 and 00:01:00.")
            .ValidateOnStart();

    /// <summary>Reaches the grains of a cluster; of its database, this process sees the membership only.</summary>
    public static void AddClusterClient(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.AddClusterSettings();
        builder.Services.AddCrossingExceptions();
        builder.Services.AddSingleton<ClusterConnection>();
        builder.Services.AddSingleton<IReadinessCheck>(services => services.GetRequiredService<ClusterConnection>());
        builder.Services.AddSingleton<IClusterConnectionStatusObserver>(services => services.GetRequiredService<ClusterConnection>());
        builder.UseOrleansClient(client =>
        {
            client.AddActivityPropagation();
            client.Services.AddOptions<GatewayOptions>().Configure<IOptions<ClusterClientOptions>>(
                (gateways, options) => gateways.GatewayListRefreshPeriod = options.Value.GatewayRefresh);
            client.Services.AddOptions<ClientMessagingOptions>().Configure<IOptions<ClusterClientOptions>>(
                (messaging, options) => messaging.ResponseTimeout = options.Value.ResponseTimeout);
            client.Services.AddSingleton<IClientConnectionRetryFilter, ClusterPatience>();
            client.AddOutgoingGrainCallFilter<RepeatedCalls>();
            if (MembershipDatabase.Exists(builder.Configuration))
            {
                client.UseAdoNetClustering(membership => membership.Configure<IConfiguration>((database, configuration) =>
                    (database.Invariant, database.ConnectionString) = MembershipDatabase.Read(configuration)));
            }
            else
            {
                client.Services.AddOptions<LocalGatewayOptions>()
                    .BindConfiguration(LocalGatewayOptions.Section)
                    .Validate(local => local.GatewayPort is > 0 and <= IPEndPoint.MaxPort, "Silo:GatewayPort lies between 1 and 65535.")
                    .ValidateOnStart();
                client.UseStaticClustering((OptionsBuilder<StaticGatewayListProviderOptions> gateways) => gateways.Configure<IOptions<LocalGatewayOptions>>(
                    (list, local) => list.Gateways.Add(new IPEndPoint(IPAddress.Loopback, local.Value.GatewayPort).ToGatewayUri())));
            }
        });
    }

    private static bool Lies(TimeSpan value, TimeSpan least, TimeSpan most) => value >= least && value <= most;
}
