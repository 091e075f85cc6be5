using System.Globalization;
using System.Runtime.InteropServices;
using LoApi.Comparison.Contenders;

namespace LoApi.Comparison.Reporting;

/// <summary>What was measured, and on what.</summary>
/// <param name="Processors">How many.</param>
/// <param name="Model">Which.</param>
/// <param name="LoadBefore">The load average before.</param>
/// <param name="Runtime">.NET's version.</param>
/// <param name="Commit">The commit, and whether anything was changed since.</param>
/// <param name="Collectors">How the heaps of each program of .NET are collected.</param>
/// <param name="Variables">Variables that tell the runtime something, as <c>NAME=value</c>.</param>
internal sealed record Machine(
    int Processors, string Model, double LoadBefore, string Runtime, string Commit, IReadOnlyList<string> Collectors, IReadOnlyList<string> Variables)
{
    /// <summary>Beyond this load average before it, a run is not one of a quiet machine.</summary>
    private const double Quiet = 1.5;

    // Of the command line and of the host: they change nothing in what runs.
    private static readonly string[] Harmless =
        ["DOTNET_CLI", "DOTNET_NOLOGO", "DOTNET_ROOT", "DOTNET_HOST_PATH", "DOTNET_SKIP", "DOTNET_ADD_", "DOTNET_GENERATE_", "DOTNET_RUNNING_IN", "DOTNET_VERSION", "DOTNET_USE_POLLING"];

    public static async Task<Machine> LookAsync(Installation installation, CancellationToken cancellation)
    {
        // bench/run looks before it builds.
        var load = double.Parse(
            Environment.GetEnvironmentVariable("LOAPI_BENCH_LOAD_BEFORE") ?? File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);
        var variables = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value, StringComparer.OrdinalIgnoreCase);
        return new(
            Environment.ProcessorCount,
            File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString(),
            load,
            RuntimeInformation.FrameworkDescription,
            await CommitAsync(installation, cancellation),
            [
                .. Contender.All
                    .Where(contender => contender.Assembly.HasValue)
                    .Select(contender => $"{contender} {GarbageCollection.Of(installation.RuntimeConfiguration(contender.Assembly!.Value), variables, Environment.ProcessorCount)}"),
            ],
            [
                .. variables.Where(variable => IsOfTheRuntime(variable.Key)).Select(variable => $"{variable.Key}={variable.Value}").Order(StringComparer.Ordinal),
            ]);
    }

    /// <summary>What stands before each part's figures.</summary>
    /// <param name="elapsed">How long the run took.</param>
    public string Told(TimeSpan elapsed)
    {
        var variables = Variables.Count > 0 ? $"Set for all of them: `{string.Join("`, `", Variables)}`." : "No `DOTNET_*` variable was set.";
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{Processors} processors ({Model}), load average {LoadBefore:0.0} before, {Runtime}, {Commit}. Garbage collection: {string.Join("; ", Collectors)}. {variables} The run took {elapsed.TotalMinutes:0} minutes.");
        return LoadBefore > Quiet
            ? string.Create(CultureInfo.InvariantCulture, $"> **Not of a quiet machine**: the load average was {LoadBefore:0.0} before. Measure again before you rely on any of this.\n\n{text}")
            : text;
    }

    private static bool IsOfTheRuntime(string name) =>
        (name.StartsWith("DOTNET_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("COMPlus_", StringComparison.OrdinalIgnoreCase))
        && !Harmless.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static async Task<string> CommitAsync(Installation installation, CancellationToken cancellation)
    {
        try
        {
            var commit = await RunningProcess.CompleteAsync("git", ["-C", installation.Repository, "rev-parse", "--short=10", "HEAD"], cancellation);
            // What a run writes itself is no change of what it measures.
            var changes = await RunningProcess.CompleteAsync(
                "git", ["-C", installation.Repository, "status", "--porcelain", "--", "src", "bench", "Directory.Packages.props"], cancellation);
            return $"commit {commit.Trim()}{(changes.Trim().Length > 0 ? " with changes that are not committed" : "")}";
        }
        catch (ImpossibleException)
        {
            return "of no known commit"; // No git, or no repository: an archive can be measured too.
        }
    }
}
