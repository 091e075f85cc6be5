using System.CommandLine;
using LoApi.Comparison.Databases;

namespace LoApi.Comparison;

/// <summary>The program's command line.</summary>
internal static class ComparisonCommand
{
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellation)
    {
        var quick = new Option<bool>("--quick") { Description = "Everything once, in some two minutes, to see that it works. Writes nothing unless --out is given." };
        var complete = new Option<bool>("--long")
        {
            Description = "The rest instead: the main work with 1 and 256 connections, and LoApi with up to a million users and payoffs. Less than 10 minutes each.",
        };
        var parts = new Option<Part[]>("--part")
        {
            Description = "Only these parts. [default: Contenders; with --long, Connections and Scaling]",
            AllowMultipleArgumentsPerToken = true,
        };
        var provider = new Option<DatabaseKind[]>("--database")
        {
            Description = "On which databases.",
            DefaultValueFactory = _ => [DatabaseKind.Sqlite, DatabaseKind.PostgreSql],
            AllowMultipleArgumentsPerToken = true,
        };
        var only = new Option<string[]>("--only")
        {
            Description = "Only these contenders: loapi, bare, plain, fastapi. [default: all; a peer that cannot be started is left out, and the page says so]",
            DefaultValueFactory = _ => [],
            AllowMultipleArgumentsPerToken = true,
        };
        var output = new Option<DirectoryInfo?>("--out") { Description = "Where performance.md and images/ are. [default: docs; with --quick, nowhere]" };
        var root = new RootCommand("Measures LoApi beside bare Kestrel, plain ASP.NET Core with EF Core, and FastAPI with SQLAlchemy: in less than 20 minutes, with 32 connections.")
        {
            quick, complete, parts, provider, only, output,
        };
        root.SetAction(async (parsed, stop) =>
        {
            var plan = (parsed.GetValue(quick) ? Plan.Quick : Plan.Full) with
            {
                Parts = parsed.GetValue(parts) is { Length: > 0 } chosen
                    ? [.. chosen.Distinct()]
                    : parsed.GetValue(complete) ? [Part.Connections, Part.Scaling] : [Part.Contenders],
            };
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
