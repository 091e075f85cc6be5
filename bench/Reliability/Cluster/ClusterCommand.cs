using System.CommandLine;

namespace LoApi.Reliability.Cluster;

/// <summary>Two or three silos, two front ends and a PostgreSQL as processes, under load, and what befalls the silos.</summary>
internal sealed class ClusterCommand : Command
{
    private const string Every = "all";

    private readonly Option<string> _scenario = new("--scenario")
    {
        Description = $"{Every}, or one of: {string.Join("; ", Scenario.All.Select(scenario => $"{scenario.Name} ({scenario.Description})"))}.",
        DefaultValueFactory = _ => Every,
    };

    private readonly Option<int> _silos = new("--silos") { Description = "How many silos: 2 or 3.", DefaultValueFactory = _ => new ClusterShape().Silos };

    private readonly Option<int> _victim = new("--victim") { Description = "Which silo it befalls, where it befalls one; the first that joins is 1.", DefaultValueFactory = _ => 1 };

    private readonly Option<int> _writers = new("--writers") { Description = "Callers that write.", DefaultValueFactory = _ => new ScenarioOptions().Writers };

    private readonly Option<int> _readers = new("--readers") { Description = "Callers that read.", DefaultValueFactory = _ => new ScenarioOptions().Readers };

    private readonly Option<string?> _logs = new("--logs") { Description = "A folder for what the processes log." };

    public ClusterCommand()
        : base("cluster", "Kills, stops, replaces, cuts off and pauses silos under load and looks up every write that was acknowledged.")
    {
        _scenario.AcceptOnlyFromAmong([Every, .. Scenario.All.Select(scenario => scenario.Name)]);
        _silos.AcceptOnlyFromAmong("2", "3");
        foreach (var option in (Option[])[_scenario, _silos, _victim, _writers, _readers, _logs])
        {
            Options.Add(option);
        }

        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (silos, victim) = (parsed.GetRequiredValue(_silos), parsed.GetRequiredValue(_victim));
        if (victim < 1 || victim > silos)
        {
            await Console.Error.WriteLineAsync("--victim lies between 1 and --silos.");
            return 1;
        }

        var name = parsed.GetRequiredValue(_scenario);
        var options = new ScenarioOptions { Writers = parsed.GetRequiredValue(_writers), Readers = parsed.GetRequiredValue(_readers) };
        var isSound = true;
        foreach (var scenario in Scenario.All.Where(each => name == Every || name == each.Name))
        {
            if (scenario.SeparatesVictim && await SeparateNetwork.FaultAsync() is { } fault)
            {
                Console.WriteLine($"{scenario.Name}: NOT TRIED. {fault}");
                continue;
            }

            var logs = parsed.GetValue(_logs) is { } folder ? Path.Combine(folder, scenario.Name) : null;
            await using var cluster = await ClusterProcesses.StartAsync(new ClusterShape
            {
                Silos = silos,
                Victim = victim - 1,
                SeparatesVictim = scenario.SeparatesVictim,
                Logs = logs,
            });
            var report = await new ScenarioRun(cluster, options).ExecuteAsync(scenario).WaitAsync(cancellation);
            Console.WriteLine(report);
            isSound &= report.Findings.None;
        }

        return isSound ? 0 : 1;
    }
}
