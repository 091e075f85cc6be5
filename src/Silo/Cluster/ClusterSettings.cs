namespace LoApi.Silo;

/// <summary>
/// Which cluster a process belongs to, how its members are found and when one counts as dead. Section <c>Cluster</c>, of
/// silos and of front ends that are clients; all processes of a cluster need the same.
/// </summary>
public sealed class ClusterSettings
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Cluster";

    /// <summary>
    /// Silos and front ends of the same name find each other; those of another, in the same database, are strangers to
    /// them. 1 to 100 characters. Default <c>loapi</c>.
    /// </summary>
    public string ClusterId { get; set; } = "loapi";

    /// <summary>The service that the cluster runs, whatever cluster runs it. 1 to 100 characters. Default <c>loapi</c>.</summary>
    public string ServiceId { get; set; } = "loapi";

    /// <summary>
    /// How the database that holds the membership is reached. Default: <c>Storage:ConnectionString</c>. A front end can
    /// thus have an account that may read the tables of the membership and nothing else. A secret where it holds a
    /// password.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// How long a silo may take to answer another's probe; probes go out as often. Default 2 seconds, 0.5 seconds to 1
    /// minute.
    /// </summary>
    public TimeSpan ProbeTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How many probes in a row a silo may miss before it is suspected; two suspicions, or one where there are but two
    /// silos, declare it dead. Default 3, 1 to 10.
    /// </summary>
    public int MissedProbes { get; set; } = 3;

    /// <summary>
    /// How long the rows of silos that are gone are kept for whoever looks for a reason. Default 1 day, 1 hour to 30 days.
    /// It must be longer than any silo may stand still and come back: one that finds no row of its own ends itself all the
    /// same, but says so less clearly.
    /// </summary>
    public TimeSpan DefunctSiloExpiration { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How often such rows are removed. Default 1 hour, 1 minute to 1 day.</summary>
    public TimeSpan DefunctSiloCleanupPeriod { get; set; } = TimeSpan.FromHours(1);
}
