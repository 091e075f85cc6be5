using LoApi.Admin;
using LoApi.Reliability.Databases;
using Microsoft.Extensions.Configuration;

namespace LoApi.Reliability.Verification;

/// <summary><c>loapi-admin audit verify</c>, with the service's own key and files of heads.</summary>
internal static class ChainVerification
{
    /// <summary>What it has to say against the chain; nothing where that is sound.</summary>
    /// <remarks>Files of heads: one of each process that wrote.</remarks>
    public static async Task<IReadOnlyList<string>> VerifyAsync(KilledDatabase database, Func<string, string> dataFile, params IReadOnlyList<string> headsFiles)
    {
        var findings = new List<string>();
        foreach (var heads in headsFiles.Select(dataFile).Where(File.Exists).DefaultIfEmpty())
        {
            findings.AddRange(await VerifyAsync(database, dataFile("audit.key"), heads));
        }

        return findings;
    }

    private static async Task<IReadOnlyList<string>> VerifyAsync(KilledDatabase database, string key, string? heads)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Storage:Provider"] = database.Provider,
                ["Storage:ConnectionString"] = database.ConnectionString,
            })
            .Build();
        List<string> args = ["audit", "verify", "--key-file", key];
        if (heads is not null)
        {
            args.AddRange(["--heads", heads]);
        }

        var exitCode = await AdminCommand.RunAsync([.. args], new AdminHost(output, error, settings, Watched: false), CancellationToken.None);
        return exitCode == 0 ? [] : [$"audit verify: {error}{output}"];
    }
}
