using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace LoApi.Silo;

/// <summary>Hosts the grains in this process, on a silo that is a member of a cluster.</summary>
internal static class ClusterSiloHosting
{
    /// <summary>From telling front ends that this silo leaves to leaving: they send their calls elsewhere meanwhile.</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long silos wait for each other where they agree on who holds what; Orleans' default is 30 s. A silo that starts in
    /// the place of one that was killed a moment ago is taken for it once: what was said to it then may never be answered,
    /// and meanwhile no call of those grains is.
    /// </summary>
    private static readonly TimeSpan DirectoryPatience = TimeSpan.FromSeconds(10);

    private const string Settings = "silo";

    /// <summary>Adds what lies beside the program in <c>silo.json</c>; everything else outranks it.</summary>
    public static void AddSiloSettings(this WebApplicationBuilder builder)
    {
        // Not named appsettings.json: a front end's would take its place where one directory holds both programs.
        builder.Configuration.Sources.Insert(0, JsonFile($"{Settings}.json"));
        builder.Configuration.Sources.Insert(1, JsonFile($"{Settings}.{builder.Environment.EnvironmentName}.json"));
    }

    /// <summary>Adds the grains, their storage and the silo that runs them together with others.</summary>
    public static void AddClusterSilo(this WebApplicationBuilder builder)
    {
        var isMember = MembershipDatabase.Exists(builder.Configuration);
        builder.AddSiloServices(migratesAtStart: !isMember);
        builder.AddSiloEndpoints();
        builder.AddClusterSettings();
        builder.Services.AddCrossingExceptions();
        builder.Services.AddOptions<HostOptions>().Configure<IServiceProvider>(Bound);
        builder.UseOrleans(silo =>
        {
            silo.AddActivityPropagation(); // What is traced is traced through grains.
            if (!isMember)
            {
                silo.UseLonelyEndpoints();
                return;
            }

            silo.UseConfiguredEndpoints();
            silo.UseConsistentDirectory();
            silo.UseAdoNetClustering(membership => membership.Configure<IConfiguration>((database, configuration) =>
                (database.Invariant, database.ConnectionString) = MembershipDatabase.Read(configuration)));
            silo.Services.AddOptions<ClusterMembershipOptions>().Configure<IOptions<ClusterSettings>>((membership, cluster) =>
            {
                membership.ProbeTimeout = cluster.Value.ProbeTimeout;
                // Orleans votes against no silo that it heard from within this times the missed probes: by default four
                // times as long, in which every call that is sent to a silo that stands still is lost.
                membership.MaxProbeTimeout = cluster.Value.ProbeTimeout;
                membership.NumMissedProbesLimit = cluster.Value.MissedProbes;
                membership.DefunctSiloExpiration = cluster.Value.DefunctSiloExpiration;
                membership.DefunctSiloCleanupPeriod = cluster.Value.DefunctSiloCleanupPeriod;
            });
        });
        builder.Services.AddOptions<SiloMessagingOptions>().Configure(messaging =>
        {
            messaging.ClientGatewayShutdownNotificationTimeout = Notice;
            messaging.SystemResponseTimeout = DirectoryPatience;
        });
        builder.Services.AddHostedService<MembershipMeasures>();
        builder.AddSchedules();
    }

    /// <summary>Which silo holds a grain is agreed on, also while silos come and go: decision 0020.</summary>
    private static void UseConsistentDirectory(this ISiloBuilder silo)
    {
#pragma warning disable ORLEANSEXP003 // For evaluation, says Orleans, and may change: it is one line here, and no interface of ours shows it.
        silo.AddDistributedGrainDirectory();
#pragma warning restore ORLEANSEXP003

        // By default grains of a silo that died start nowhere for 30 s, in case it lives on unseen. What it could still do is
        // answer readers: versions and unique keys in the database decide who writes.
        silo.Services.AddOptions<GrainDirectoryOptions>().Configure(directory => directory.RangeLeaseDuration = TimeSpan.Zero);
    }

    private static void Bound(HostOptions host, IServiceProvider services)
    {
        try
        {
            host.ShutdownTimeout = services.GetRequiredService<IOptions<SiloEndpointOptions>>().Value.ShutdownTimeout;
        }
        catch (Exception exception) when (exception is OptionsValidationException or InvalidOperationException)
        {
            // The host is built before settings are checked; then the process says which is wrong and ends.
        }
    }

    private static JsonConfigurationSource JsonFile(string name)
    {
        var source = new JsonConfigurationSource { Path = Path.Combine(AppContext.BaseDirectory, name), Optional = true };
        source.ResolveFileProvider();
        return source;
    }
}
