using System.CommandLine;
using LoApi.Admin.Auditing;
using LoApi.Admin.Clients;
using LoApi.Admin.Importing;
using LoApi.Admin.Migrating;
using LoApi.Admin.Operators;
using LoApi.Admin.Tokens;
using LoApi.Errors;
using Microsoft.Extensions.Options;

namespace LoApi.Admin;

/// <summary>The program's command line, and the one place where a failure becomes a sentence and an exit code.</summary>
internal static class AdminCommand
{
    public static async Task<int> RunAsync(string[] args, AdminHost host, CancellationToken cancellation)
    {
        var connection = new ConnectionOptions(host.Settings);
        var root = new RootCommand("What an operator does to LoApi's database and to those who may call.")
        {
            new MigrateCommand(host, connection),
            new ImportCommand(host, connection),
            new ClientsCommand(host, connection),
            new OperatorsCommand(host, connection),
            new TokenCommand(host),
            new AuditCommand(host, connection),
        };
        connection.AddTo(root);

        var parsed = root.Parse(args);
        var configuration = new InvocationConfiguration
        {
            Output = host.Output,
            Error = host.Error,
            EnableDefaultExceptionHandler = false,
        };
        try
        {
            var exitCode = await parsed.InvokeAsync(configuration, cancellation);
            return parsed.Errors.Count > 0 ? ExitCode.Usage : exitCode;
        }
        catch (OptionsValidationException wrong)
        {
            foreach (var failure in wrong.Failures)
            {
                await host.Error.WriteLineAsync(failure);
            }

            return ExitCode.Usage;
        }
        catch (CommandFailedException failed)
        {
            return await FailAsync(failed.Message);
        }
        catch (DatabaseUnavailableException unavailable)
        {
            return await FailAsync(Reason(unavailable));
        }
        catch (OperationCanceledException)
        {
            return await FailAsync("Interrupted.");
        }
        catch (Exception unexpected)
        {
            // The edge of the program: an operator is owed a sentence whatever happened.
            return await FailAsync($"Failed unexpectedly: {unexpected.Message}");
        }

        async Task<int> FailAsync(string sentence)
        {
            await host.Error.WriteLineAsync(sentence);
            return ExitCode.Failure;
        }
    }

    /// <summary>An operator may know what the driver said; a caller of the API may not.</summary>
    private static string Reason(DatabaseUnavailableException unavailable) =>
        unavailable.InnerException is { } cause ? $"{unavailable.Message} {cause.Message}" : unavailable.Message;
}
