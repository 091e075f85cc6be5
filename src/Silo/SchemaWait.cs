using LoApi.Errors;
using LoApi.Storage.Migrations;
using Microsoft.Extensions.Logging;

namespace LoApi.Silo;

/// <summary>Waits until somebody else has brought the schema up to date.</summary>
internal sealed class SchemaWait(Migrator migrator, TimeProvider time, ILogger<SchemaWait> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Returns once the schema is this version's, or a later one's; throws what is missing after the time is up.</summary>
    public async Task WaitAsync(TimeSpan timeout, CancellationToken cancellation)
    {
        var startedAt = time.GetTimestamp();
        while (await FindFaultAsync(cancellation) is { } fault)
        {
            if (time.GetElapsedTime(startedAt) >= timeout)
            {
                throw new NotReadyException(fault);
            }

            Log.WaitingForSchema(logger, fault);
            await Task.Delay(Pause, time, cancellation);
        }
    }

    private async Task<string?> FindFaultAsync(CancellationToken cancellation)
    {
        try
        {
            var pending = await migrator.FindPendingAsync(cancellation);
            return pending.IsEmpty
                ? null
                : $"The database lacks {pending.Length} migration(s), from {pending[0].Name} on; apply them with loapi-admin migrate, or set Storage:MigrateAtStart.";
        }
        catch (DatabaseUnavailableException away)
        {
            return $"The database that Storage:ConnectionString names does not answer: {away.InnerException?.Message}";
        }
    }
}
