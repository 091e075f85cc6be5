namespace LoApi.ApiFrontend.Hosting;

/// <summary>How a front end reaches grains in the cluster distribution. Section <c>Cluster</c>.</summary>
internal sealed class ClusterClientOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Cluster";

    /// <summary>Where the grains are. Default <see cref="ClusterMode.CoHosted"/>.</summary>
    public ClusterMode Mode { get; set; }

    /// <summary>
    /// How long a front end that starts waits for a first silo, before it ends with a sentence. Default 5 minutes, 1
    /// second to 1 hour. One that has started waits for silos as long as it takes and answers 503 meanwhile.
    /// </summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long a grain may take to answer, before the request is answered 503. Default 6 seconds, 1 second to 2 minutes.
    /// A grain on a silo that stands still or was cut off gives no other sign.
    /// </summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(6);

    /// <summary>
    /// How long a grain is called again that could not be reached, before the request is answered 503; only what may be done
    /// twice: reads, and writes with an idempotency key. Default 3 seconds, 0 to 1 minute; 0 for not at all.
    /// </summary>
    public TimeSpan RepeatFor { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How often the list of silos is read, and how long one that could not be reached is left alone. Default 2 seconds, 1 second to 1 minute.</summary>
    public TimeSpan GatewayRefresh { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether the configuration asks for a client. Any other word than a mode's is refused where options are validated.</summary>
    public static bool IsClient(IConfiguration configuration) =>
        string.Equals(configuration[$"{Section}:{nameof(Mode)}"], nameof(ClusterMode.Client), StringComparison.OrdinalIgnoreCase);
}
