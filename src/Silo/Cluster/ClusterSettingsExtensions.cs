using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace LoApi.Silo;

/// <summary>The settings that silos and their clients share.</summary>
public static class ClusterSettingsExtensions
{
    private const int MaxName = 100;

    /// <summary>Adds <see cref="ClusterSettings"/>, validated at start, and tells Orleans the cluster's names.</summary>
    public static void AddClusterSettings(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<ClusterSettings>, MembershipDatabaseValidator>();
        builder.Services.AddOptions<ClusterSettings>()
            .BindConfiguration(ClusterSettings.Section)
            .Validate(cluster => IsName(cluster.ClusterId), "Cluster:ClusterId has 1 to 100 characters.")
            .Validate(cluster => IsName(cluster.ServiceId), "Cluster:ServiceId has 1 to 100 characters.")
            .Validate(cluster => Lies(cluster.ProbeTimeout, TimeSpan.FromSeconds(0.5), TimeSpan.FromMinutes(1)), "Cluster:ProbeTimeout lies between 00:00:00.5 and 00:01:00.")
            .Validate(cluster => cluster.MissedProbes is >= 1 and <= 10, "Cluster:MissedProbes lies between 1 and 10.")
            .Validate(cluster => Lies(cluster.DefunctSiloExpiration, TimeSpan.FromHours(1), TimeSpan.FromDays(30)), "Cluster:DefunctSiloExpiration lies between 01:00:00 and 30.00:00:00.")
            .Validate(cluster => Lies(cluster.DefunctSiloCleanupPeriod, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1)), "Cluster:DefunctSiloCleanupPeriod lies between 00:01:00 and 1.00:00:00.")
            .ValidateOnStart();
        builder.Services.AddOptions<ClusterOptions>().Configure<IOptions<ClusterSettings>>((cluster, settings) =>
        {
            cluster.ClusterId = settings.Value.ClusterId;
            cluster.ServiceId = settings.Value.ServiceId;
        });
    }

    private static bool IsName(string name) => !string.IsNullOrWhiteSpace(name) && name.Length <= MaxName;

    private static bool Lies(TimeSpan value, TimeSpan least, TimeSpan most) => value >= least && value <= most;
}
