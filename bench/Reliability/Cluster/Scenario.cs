using System.Net;
using LoApi.Errors;

namespace LoApi.Reliability.Cluster;

/// <summary>Something that befalls the silos of a cluster under load.</summary>
internal sealed class Scenario
{
    private static readonly TimeSpan Absence = TimeSpan.FromSeconds(30);

    // Long enough for the others to find out by themselves, rather than from the one that takes its place.
    private static readonly TimeSpan BeforeRestart = TimeSpan.FromSeconds(20);

    // How long front ends may take to notice that all silos are gone, or back.
    private static readonly TimeSpan Notice = TimeSpan.FromSeconds(15);

    private readonly Func<ClusterProcesses, Course, Task> _act;

    private Scenario(string name, string description, Func<ClusterProcesses, Course, Task> act)
    {
        Name = name;
        Description = description;
        _act = act;
    }

    /// <summary>Every scenario.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("kill", "SIGKILL for a silo; it is started again after 20 s", async (cluster, _) =>
        {
            await cluster.Victim.KillAsync();
            await Task.Delay(BeforeRestart, TimeProvider.System);
            await cluster.RestartVictimAsync();
        }),
        new("crash", "SIGKILL for a silo; it is started again at once, at its old address", async (cluster, _) =>
        {
            await cluster.Victim.KillAsync();
            await cluster.RestartVictimAsync();
        }),
        new("stop", "SIGTERM for a silo; it is started again once it has ended", async (cluster, course) =>
        {
            course.Took("the silo that was told to stop ended", await cluster.Victim.StopAsync(), ClusterProcesses.ShutdownTimeout);
            await cluster.RestartVictimAsync();
        }),
        new("roll", "all silos are replaced, one by one: a new one joins, an old one is told to stop", async (cluster, course) =>
        {
            for (var silo = 0; silo < cluster.SiloCount; silo++)
            {
                course.Took($"silo {silo + 1}, told to stop, ended", await cluster.ReplaceSiloAsync(silo), ClusterProcesses.ShutdownTimeout);
            }
        }),
        new("cut", "a silo's network is cut for 30 s, from the other silos, the front ends and the database; it ends itself, and is started again", async (cluster, course) =>
        {
            await cluster.CutVictimAsync();
            await Task.Delay(Absence, TimeProvider.System);
            await cluster.MendVictimAsync();
            await AwaitEndAsync(cluster, course);
        })
        {
            SeparatesVictim = true,
        },
        new("pause", "SIGSTOP for a silo, SIGCONT after 30 s; it ends itself, and is started again", async (cluster, course) =>
        {
            await cluster.Victim.PauseAsync();
            await Task.Delay(Absence, TimeProvider.System);
            await cluster.Victim.ContinueAsync();
            await AwaitEndAsync(cluster, course);
        }),
        new("outage", "SIGKILL for all silos; they are started again after 20 s, the front ends are not", async (cluster, course) =>
        {
            var restart = Task.Delay(BeforeRestart, TimeProvider.System);
            await cluster.KillSilosAsync();
            course.Took("readiness of the front ends was 503", await cluster.WaitForFrontEndsAsync(HttpStatusCode.ServiceUnavailable, Notice), Notice);
            await restart;
            await cluster.RestartSilosAsync();
            course.Took("readiness of the front ends was 200 again, with all silos back,", await cluster.WaitForFrontEndsAsync(HttpStatusCode.OK, Notice), Notice);
        })
        {
            Tells = ProblemCode.ClusterUnavailable,
        },
    ];

    /// <summary>Its name on the command line.</summary>
    public string Name { get; }

    /// <summary>What happens.</summary>
    public string Description { get; }

    /// <summary>Whether the victim needs a network of its own.</summary>
    public bool SeparatesVictim { get; private init; }

    /// <summary>The problem's code that callers must have been told, while each got an answer; null where they may be lucky.</summary>
    public string? Tells { get; private init; }

    /// <summary>The scenario of a name.</summary>
    public static Scenario Of(string name) => All.Single(scenario => scenario.Name == name);

    /// <summary>Lets it happen; done once the cluster is whole again.</summary>
    public Task ActAsync(ClusterProcesses cluster, Course course) => _act(cluster, course);

    // A silo that was declared dead while it was away finds that out, and ends; what started it starts it again.
    private static async Task AwaitEndAsync(ClusterProcesses cluster, Course course)
    {
        course.Took("the silo, back among the others, ended itself", await cluster.Victim.WaitForEndAsync(), MemberProcess.Patience);
        await cluster.RestartVictimAsync();
    }
}
