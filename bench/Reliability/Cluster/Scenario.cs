namespace LoApi.Reliability.Cluster;

/// <summary>Something that befalls the silos of a cluster under load.</summary>
internal sealed class Scenario
{
    private static readonly TimeSpan Absence = TimeSpan.FromSeconds(30);

    // Long enough for the others to find out by themselves, rather than from the one that takes its place.
    private static readonly TimeSpan BeforeRestart = TimeSpan.FromSeconds(20);

    private readonly Func<ClusterProcesses, Task> _act;

    private Scenario(string name, string description, Func<ClusterProcesses, Task> act)
    {
        Name = name;
        Description = description;
        _act = act;
    }

    /// <summary>Every scenario.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("kill", "SIGKILL for a silo; it is started again after 20 s", async cluster =>
        {
            await cluster.Silo(0).KillAsync();
            await Task.Delay(BeforeRestart, TimeProvider.System);
            await cluster.RestartSiloAsync(0);
        }),
        new("stop", "SIGTERM for a silo; it is started again once it has ended", async cluster =>
        {
            await cluster.Silo(0).StopAsync();
            await cluster.RestartSiloAsync(0);
        }),
        new("roll", "all silos are replaced, one by one: a new one joins, an old one is told to stop", async cluster =>
        {
            for (var silo = 0; silo < cluster.SiloCount; silo++)
            {
                await cluster.ReplaceSiloAsync(silo);
            }
        }),
        new("cut", "a silo's network is cut for 30 s, from the other silos, the front ends and the database; it ends itself, and is started again", async cluster =>
        {
            await cluster.CutFirstAsync();
            await Task.Delay(Absence, TimeProvider.System);
            await cluster.MendFirstAsync();
            await RestartAsync(cluster);
        })
        {
            SeparatesFirst = true,
        },
        new("pause", "SIGSTOP for a silo, SIGCONT after 30 s; it ends itself, and is started again", async cluster =>
        {
            await cluster.Silo(0).PauseAsync();
            await Task.Delay(Absence, TimeProvider.System);
            await cluster.Silo(0).ContinueAsync();
            await RestartAsync(cluster);
        }),
    ];

    /// <summary>Its name on the command line.</summary>
    public string Name { get; }

    /// <summary>What happens.</summary>
    public string Description { get; }

    /// <summary>Whether the first silo needs a network of its own.</summary>
    public bool SeparatesFirst { get; private init; }

    /// <summary>The scenario of a name.</summary>
    public static Scenario Of(string name) => All.Single(scenario => scenario.Name == name);

    /// <summary>Lets it happen; done once the cluster is whole again.</summary>
    public Task ActAsync(ClusterProcesses cluster) => _act(cluster);

    // A silo that was declared dead while it was away finds that out, and ends; what started it starts it again.
    private static async Task RestartAsync(ClusterProcesses cluster)
    {
        await cluster.Silo(0).WaitForEndAsync();
        await cluster.RestartSiloAsync(0);
    }
}
