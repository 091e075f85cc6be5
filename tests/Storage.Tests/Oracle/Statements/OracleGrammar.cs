using System.Diagnostics;
using System.Text.Json;
using LoApi.Fixtures;

namespace LoApi.Storage.Tests.Oracle.Statements;

/// <summary>Parses statements by the ANTLR grammar of PL/SQL: see Grammar/parse.mjs.</summary>
internal static class OracleGrammar
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    public static string Folder { get; } = Repository.File("tests/Storage.Tests/Oracle/Grammar");

    /// <summary>What is wrong with each statement, in their order.</summary>
    public static async Task<string[][]> ParseAsync(IEnumerable<string> statements)
    {
        var start = new ProcessStartInfo("node", ["parse.mjs"])
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var timeout = new CancellationTokenSource(Limit, TimeProvider.System);
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var errors = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.StandardInput.WriteAsync(JsonSerializer.Serialize(statements));
            process.StandardInput.Close();
            await process.WaitForExitAsync(timeout.Token);
            Assert.True(process.ExitCode == 0, $"node parse.mjs: exit code {process.ExitCode}\n{await output}\n{await errors}");
            return JsonSerializer.Deserialize<string[][]>(await output)!;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
