using System.Data.Common;
using LoApi.Errors;
using LoApi.Json;
using LoApi.Storage.Sql;
using LoApi.Storage.Writing;

namespace LoApi.Storage.GrainStates;

/// <summary>
/// Keeps state of grains that is no business data. Writes expect a version, so that of two activations that write, one
/// learns that it is not alone. Every method throws <see cref="DatabaseUnavailableException"/> where the database does
/// not answer, and writes throw <see cref="OverloadedException"/> where their turn does not come.
/// </summary>
public sealed class GrainStateRepository
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal GrainStateRepository(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>The state of this name, or null.</summary>
    /// <param name="grainId">The grain, with its type: at most 200 characters.</param>
    /// <param name="stateName">Which of its states: at most 60 characters.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<GrainStateRecord?> FindAsync(string grainId, string stateName, CancellationToken cancellation = default)
    {
        var row = await _database.QueryOneAsync<GrainStateRow>(
            """
            SELECT state_json, version
            FROM GRAIN_STATE
            WHERE grain_id = :grain_id
              AND state_name = :state_name
            """,
            new Bindings().Text("grain_id", grainId).Text("state_name", stateName),
            cancellation);
        return row is null ? null : new(row.StateJson, row.Version);
    }

    /// <summary>
    /// Writes a state over the version that is expected, 0 for none; false where the stored version is another. The new
    /// one is the next.
    /// </summary>
    public Task<bool> WriteAsync(string grainId, string stateName, string json, long expectedVersion)
    {
        var now = _time.GetUtcMicroseconds();
        return ExecuteAsync(expectedVersion == 0
            ? GrainStateRow.Insert.Row(grainId, stateName, json, 1L, now)
            : GrainStateRow.Update.Row(json, expectedVersion + 1, now, grainId, stateName, expectedVersion));
    }

    /// <summary>Removes a state of this version; false where the stored version is another.</summary>
    public Task<bool> DeleteAsync(string grainId, string stateName, long expectedVersion) =>
        ExecuteAsync(GrainStateRow.Delete.Row(grainId, stateName, expectedVersion));

    // Called back halfway, its outcome would not be known: nobody can.
    private async Task<bool> ExecuteAsync(Row row)
    {
        try
        {
            await using var transaction = await ChangeTransaction.BeginAsync(_database);
            if (!await transaction.WriteAsync([row]))
            {
                return false;
            }

            await transaction.CommitAsync();
            return true;
        }
        catch (DbException exception) when (_database.Dialect.Classify(exception) == StorageFault.UniqueViolation)
        {
            return false;
        }
        catch (Exception exception) when (_database.IsUnavailable(exception))
        {
            throw new DatabaseUnavailableException(exception);
        }
    }
}
