using LoApi.Admin;
using LoApi.Reliability.Databases;
using Microsoft.Extensions.Configuration;

namespace LoApi.Reliability.Verification;

/// <summary><c>loapi-admin audit verify</c>, with the service's own key and file of heads.</summary>
internal static class ChainVerification
{
    /// <summary>What it has to say against the chain; nothing where that is sound.</summary>
    public static async Task<IReadOnlyList<string>> VerifyAsync(KilledDatabase database, Func<string, string> dataFile)
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
        List<string> args = ["audit", "verify", "--key-file", dataFile("audit.key")];
        if (File.Exists(dataFile("audit-heads.jsonl")))
        {
            args.AddRange(["--heads", dataFile("audit-heads.jsonl")]);
        }

        var exitCode = await AdminCommand.RunAsync([.. args], new AdminHost(output, error, settings, Watched: false), CancellationToken.None);
        return exitCode == 0 ? [] : [$"audit verify: {error}{output}"];
    }
}
