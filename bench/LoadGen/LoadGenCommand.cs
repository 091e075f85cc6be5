using System.CommandLine;
using LoApi.LoadGen.Commands;

namespace LoApi.LoadGen;

/// <summary>The program's command line.</summary>
internal static class LoadGenCommand
{
    /// <summary>Every request was answered, and as expected where an expectation was given.</summary>
    public const int Success = 0;

    /// <summary>The command line was wrong, the run could not be made, or not every request ended as it should.</summary>
    public const int Failure = 1;

    public static async Task<int> RunAsync(string[] args, LoadGenHost host, CancellationToken cancellation)
    {
        var root = new RootCommand("Client and load generator of the LoApi HTTP API.")
        {
            new PayoffsCommand(host),
            new RequestsCommand(host),
            new ReplayCommand(host),
            new GetCommand(host),
        };
        var configuration = new InvocationConfiguration
        {
            Output = host.Output,
            Error = host.Error,
            EnableDefaultExceptionHandler = false,
        };
        try
        {
            return await root.Parse(args).InvokeAsync(configuration, cancellation);
        }
        catch (RunImpossibleException impossible)
        {
            await host.Error.WriteLineAsync(impossible.Message);
            return Failure;
        }
        catch (OperationCanceledException)
        {
            await host.Error.WriteLineAsync("Interrupted before the first request.");
            return Failure;
        }
    }
}
