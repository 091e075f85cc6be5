using System.CommandLine;
using LoApi.Storage.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.Admin.Migrating;

/// <summary><c>migrate</c>: brings the schema up to date.</summary>
internal sealed class MigrateCommand : Command
{
    private readonly AdminHost _host;
    private readonly ConnectionOptions _connection;

    public MigrateCommand(AdminHost host, ConnectionOptions connection)
        : base("migrate", "Bring the database's schema up to date; create the database where it is a file that is not there.")
    {
        _host = host;
        _connection = connection;
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var storage = _connection.OpenStorage(parsed);
        try
        {
            var applied = await storage.GetRequiredService<Migrator>().MigrateAsync(cancellation);
            foreach (var migration in applied)
            {
                await _host.Output.WriteLineAsync($"Applied {migration.Name}.");
            }

            await _host.Output.WriteLineAsync(applied.Length == 0 ? "The schema is up to date already." : "The schema is up to date.");
            return ExitCode.Success;
        }
        catch (MigrationException mismatch)
        {
            throw new CommandFailedException(mismatch.Message, mismatch);
        }
    }
}
