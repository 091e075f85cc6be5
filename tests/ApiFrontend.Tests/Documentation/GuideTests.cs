using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Fixtures;

namespace LoApi.ApiFrontend.Tests.Documentation;

/// <summary>That the commands of docs/api.md run as they stand, and are answered as it says.</summary>
[Collection(ApiCollection.Name)]
public sealed partial class GuideTests(SqliteApiHost host)
{
    private const string Separator = "=== the next example";

    [ShellFact("bash", "curl", "openssl", "od", "sed")]
    public async Task Guide_Examples_AreAnsweredAsItSays()
    {
        var blocks = Block().Matches(await File.ReadAllTextAsync(Repository.File("docs/api.md"))).ToArray();
        var commands = blocks.Where(block => block.Groups["language"].Value == "sh").ToArray();
        var outputs = (await RunAsync(string.Join($"\necho; echo '{Separator}'\n", commands.Select(block => block.Groups["text"].Value)))).Split(Separator);
        Assert.Equal(commands.Length, outputs.Length);

        var expectations = 0;
        foreach (var (index, block) in blocks.Index().Where(entry => entry.Item.Groups["language"].Value == "http"))
        {
            var output = outputs[Array.IndexOf(commands, blocks[index - 1])];
            foreach (var line in block.Groups["text"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                Assert.Matches($"(?m)^{Regex.Escape(line).Replace("…", ".*", StringComparison.Ordinal)}\r?$", output);
                expectations++;
            }
        }

        Assert.True(expectations > 25, $"{expectations} lines");
    }

    private async Task<string> RunAsync(string script)
    {
        using var bash = new Process
        {
            StartInfo = new("bash", ["-euo", "pipefail", "-s"])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                Environment =
                {
                    ["LOAPI_URL"] = host.ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority),
                    ["LOAPI_CLIENT"] = host.Tests.Client.Id,
                    ["LOAPI_KEY_ID"] = host.Tests.Key.KeyId,
                    ["LOAPI_KEY"] = host.Tests.Key.Secret,
                },
            },
        };
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        bash.Start();
        try
        {
            var output = bash.StandardOutput.ReadToEndAsync(timeout.Token);
            var errors = bash.StandardError.ReadToEndAsync(timeout.Token);
            await bash.StandardInput.WriteAsync(script.AsMemory(), timeout.Token);
            bash.StandardInput.Close();
            await bash.WaitForExitAsync(timeout.Token);
            Assert.True(bash.ExitCode == 0, $"exit code {bash.ExitCode}\n{await output}\n{await errors}");
            return await output;
        }
        finally
        {
            bash.Kill(entireProcessTree: true);
        }
    }

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();
}
