using System.CommandLine;

namespace LoApi.Reliability.Cluster;

/// <summary>Three silos, two front ends and a PostgreSQL as processes, under load, and what befalls the silos.</summary>
internal sealed class ClusterCommand : Command
{
    private const string Every = "all";

    private readonly Option<string> _scenario = new("--scenario")
    {
        Description = $"{Every}, or one of: {string.Join("; ", Scenario.All.Select(scenario => $"{scenario.Name} ({scenario.Description})"))}.",
        DefaultValueFactory = _ => Every,
    };

    private readonly Option<int> _writers = new("--writers") { Description = "Callers that write.", DefaultValueFactory = _ => new ScenarioOptions().Writers };

    private readonly Option<int> _readers = new("--readers") { Description = "Callers that read.", DefaultValueFactory = _ => new ScenarioOptions().Readers };

    private readonly Option<string?> _logs = new("--logs") { Description = "A folder for what the processes log." };

    public ClusterCommand()
        : base("cluster", "Kills, stops, replaces, cuts off and pauses silos under load and looks up every write that was acknowledged.")
    {
        _scenario.AcceptOnlyFromAmong([Every, .. Scenario.All.Select(scenario => scenario.Name)]);
        foreach (var option in (Option[])[_scenario, _writers, _readers, _logs])
        {
            Options.Add(option);
        }

        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var name = parsed.GetRequiredValue(_scenario);
        var options = new ScenarioOptions { Writers = parsed.GetRequiredValue(_writers), Readers = parsed.GetRequiredValue(_readers) };
        var isSound = true;
        foreach (var scenario in Scenario.All.Where(each => name == Every || name == each.Name))
        {
            if (scenario.SeparatesFirst && await SeparateNetwork.FaultAsync() is { } fault)
            {
                Console.WriteLine($"{scenario.Name}: NOT TRIED. {fault}");
                continue;
            }

            var logs = parsed.GetValue(_logs) is { } folder ? Path.Combine(folder, scenario.Name) : null;
            await using var cluster = await ClusterProcesses.StartAsync(new ClusterShape { SeparatesFirst = scenario.SeparatesFirst, Logs = logs });
            var report = await new ScenarioRun(cluster, options).ExecuteAsync(scenario).WaitAsync(cancellation);
            Console.WriteLine(report);
            isSound &= report.Findings.None;
        }

        return isSound ? 0 : 1;
    }
}
