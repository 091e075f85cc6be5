using LoApi.Admin;
using LoApi.Reliability.Databases;
using LoApi.Reliability.Kills;
using Microsoft.Extensions.Configuration;

namespace LoApi.Reliability.Verification;

/// <summary><c>loapi-admin audit verify</c>, with the service's own key and file of heads.</summary>
internal static class ChainVerification
{
    /// <summary>What it has to say against the chain; nothing where that is sound.</summary>
    public static async Task<IReadOnlyList<string>> VerifyAsync(KilledDatabase database, ServiceProcess service)
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
        List<string> args = ["audit", "verify", "--key-file", service.DataFile("audit.key")];
        if (File.Exists(service.DataFile("audit-heads.jsonl")))
        {
            args.AddRange(["--heads", service.DataFile("audit-heads.jsonl")]);
        }

        var exitCode = await AdminCommand.RunAsync([.. args], new AdminHost(output, error, settings, Watched: false), CancellationToken.None);
        return exitCode == 0 ? [] : [$"audit verify: {error}{output}"];
    }
}
