using LoApi.Errors;
using LoApi.Storage.Demonstration;
using LoApi.Storage.Migrations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LoApi.Silo;

/// <summary>Brings the database up to date before anything else starts, so that nothing meets a schema that is not there.</summary>
internal sealed class DatabasePreparation(
    Migrator migrator,
    SchemaWait schema,
    DemonstrationFiller demonstration,
    DemonstrationClient client,
    IHostEnvironment environment,
    IOptions<DatabasePreparationOptions> options,
    ILogger<DatabasePreparation> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await PrepareAsync(cancellationToken);
        }
        catch (DatabaseUnavailableException away)
        {
            throw new NotReadyException(
                $"The database that Storage:ConnectionString names does not answer: {away.InnerException?.Message}", away);
        }
        catch (MigrationException refused)
        {
            throw new NotReadyException(refused.Message, refused);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (options.Value.MigrateAtStart == true)
        {
            await migrator.MigrateAsync(cancellationToken);
        }
        else
        {
            await schema.WaitAsync(options.Value.SchemaTimeout, cancellationToken);
        }

        if (options.Value.DemonstrationData != true)
        {
            return;
        }

        if (await demonstration.FillAsync(cancellationToken))
        {
            Log.Demonstrated(logger);
        }

        if (environment.IsDevelopment()) // Whatever the settings, no other environment has a client that nobody added.
        {
            await client.EnsureAsync(cancellationToken);
        }
    }
}
