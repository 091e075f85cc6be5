using Microsoft.Extensions.Configuration;

namespace LoApi.Admin.Tests;

/// <summary>What one run of the command left behind.</summary>
internal sealed record AdminRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs the command in this process, as a script would: nobody is watching.</summary>
    public static async Task<AdminRun> OfAsync(IReadOnlyDictionary<string, string?> settings, params string[] args)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var exitCode = await AdminCommand.RunAsync(args, new AdminHost(output, error, configuration, Watched: false), CancellationToken.None);
        return new AdminRun(exitCode, output.ToString(), error.ToString());
    }
}
