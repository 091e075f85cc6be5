using System.CommandLine;
using LoApi.Reliability.Cluster;

namespace LoApi.Reliability.Kills;

/// <summary>The program's command line.</summary>
internal sealed class KillCommand : RootCommand
{
    private readonly Option<string> _provider = new("--provider")
    {
        Description = "sqlite; postgresql: a private server, started from the installed binaries; oracle: the schema that LOAPI_TEST_ORACLE names, which is emptied.",
        DefaultValueFactory = _ => "sqlite",
    };

    private readonly Option<int> _rounds = new("--rounds") { Description = "How many rounds.", DefaultValueFactory = _ => 100 };

    private readonly Option<int> _writers = new("--writers") { Description = "Callers at once.", DefaultValueFactory = _ => 32 };

    private readonly Option<int> _seed = new("--seed") { Description = "Draws the moments of the kills.", DefaultValueFactory = _ => 1 };

    public KillCommand()
        : base("Kills the service and its database under load and looks up every write that was acknowledged.")
    {
        _provider.AcceptOnlyFromAmong("sqlite", "postgresql", "oracle");
        foreach (var option in (Option[])[_provider, _rounds, _writers, _seed])
        {
            Options.Add(option);
        }

        Subcommands.Add(new ClusterCommand());
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var options = new KillOptions
        {
            Provider = parsed.GetRequiredValue(_provider),
            Rounds = parsed.GetRequiredValue(_rounds),
            Writers = parsed.GetRequiredValue(_writers),
            Seed = parsed.GetRequiredValue(_seed),
        };
        Console.WriteLine(RoundReport.Header);
        await using var run = new KillRun(options, Console.WriteLine);
        var reports = await run.ExecuteAsync();
        Console.WriteLine(new RunReport(options, reports));
        return reports.All(report => report.Findings.None) ? 0 : 1;
    }
}
