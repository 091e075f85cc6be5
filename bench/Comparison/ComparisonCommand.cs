using System.CommandLine;
using LoApi.Comparison.Databases;

namespace LoApi.Comparison;

/// <summary>The program's command line.</summary>
internal static class ComparisonCommand
{
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellation)
    {
        var quick = new Option<bool>("--quick") { Description = "Everything once, in less than two minutes, to see that it works. Writes nothing unless --out is given." };
        var complete = new Option<bool>("--long") { Description = "With 1, 32 and 256 connections, and with up to a million users and payoffs. Takes more than an hour." };
        var provider = new Option<DatabaseKind[]>("--database")
        {
            Description = "On which databases.",
            DefaultValueFactory = _ => [DatabaseKind.Sqlite, DatabaseKind.PostgreSql],
            AllowMultipleArgumentsPerToken = true,
        };
        var only = new Option<string[]>("--only")
        {
            Description = "Only these contenders: loapi, bare, plain, fastapi. [default: all that can be run here]",
            DefaultValueFactory = _ => [],
            AllowMultipleArgumentsPerToken = true,
        };
        var output = new Option<DirectoryInfo?>("--out") { Description = "Where performance.md and images/ are. [default: docs; with --quick, nowhere]" };
        var root = new RootCommand("Measures LoApi beside bare Kestrel, plain ASP.NET Core with EF Core, and FastAPI with SQLAlchemy: in about a quarter of an hour, with 32 connections.")
        {
            quick, complete, provider, only, output,
        };
        root.SetAction(async (parsed, stop) =>
        {
            var plan = parsed.GetValue(complete) ? Plan.Long : parsed.GetValue(quick) ? Plan.Quick : Plan.Full;
            var comparison = new WholeComparison(plan, new Progress(TimeProvider.System), TimeProvider.System)
            {
                Databases = parsed.GetValue(provider)!,
                Only = parsed.GetValue(only)!,
                Output = parsed.GetValue(output)?.FullName ?? (parsed.GetValue(quick) ? null : Path.GetFullPath("docs")),
            };
            await comparison.RunAsync(stop);
        });
        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancellation);
        }
        catch (ImpossibleException impossible)
        {
            Console.Error.WriteLine(impossible.Message);
            return 1;
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            Console.Error.WriteLine($"A contender did not answer in time: is the machine busy with something else? {late.Message}");
            return 1;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Interrupted.");
            return 1;
        }
    }
}
