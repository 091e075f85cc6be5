using System.Text.Json;
using System.Text.RegularExpressions;
using LoApi.Fixtures;

namespace LoApi.Deploy.Tests.Images;

/// <summary>The images' recipe, stage by stage.</summary>
internal static partial class Dockerfile
{
    private static readonly string Text = File.ReadAllText(Repository.File("deploy/docker/Dockerfile"));

    /// <summary>Stage by name: what it is built from, and its lines.</summary>
    public static IReadOnlyDictionary<string, (string From, string[] Lines)> Stages { get; } = Read();

    /// <summary>What a container of the image starts.</summary>
    public static string[] EntryPoint(string target) => JsonSerializer.Deserialize<string[]>(
        Stages[target].Lines.Single(line => line.StartsWith("ENTRYPOINT ", StringComparison.Ordinal))["ENTRYPOINT ".Length..])!;

    /// <summary>The value that a build argument has unless it is given.</summary>
    public static string Argument(string name) =>
        Text.Split('\n').First(line => line.StartsWith($"ARG {name}=", StringComparison.Ordinal)).Split('=')[1];

    private static Dictionary<string, (string From, string[] Lines)> Read()
    {
        var stages = new Dictionary<string, (string, string[])>(StringComparer.Ordinal);
        foreach (var part in StageStart().Split(Text).Skip(1))
        {
            var lines = part.Split('\n');
            var head = lines[0].Split(" AS ");
            stages.Add(head[1], (head[0], lines[1..]));
        }

        return stages;
    }

    [GeneratedRegex("^FROM ", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StageStart();
}
