using System.Data.Common;
using Dapper;
using LoApi.Errors;
using LoApi.Json;
using LoApi.Reference;
using LoApi.Storage.Audit;
using LoApi.Storage.Loans;
using LoApi.Storage.Locations;
using LoApi.Storage.Reference;
using LoApi.Storage.Sql;
using LoApi.Storage.Subjects;
using LoApi.Storage.Users;

namespace LoApi.Storage.Importing;

/// <summary>Fills the tables that LoApi itself only reads: for <c>loapi-admin import</c> and for demonstration data.</summary>
public sealed class Importer
{
    // Bounds the arrays of one statement, not the import.
    private const int RowsPerStatement = 1000;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal Importer(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>
    /// Imports everything or nothing, and says so in the audit log. Throws <see cref="ArgumentException"/> for a value that does not fit its column,
    /// <see cref="ImportException"/> for a row that the database refuses, and <see cref="DatabaseUnavailableException"/>
    /// where the database does not answer.
    /// </summary>
    public async Task ImportAsync(ImportSet set, CancellationToken cancellation = default)
    {
        List<List<Row>> rows = [[AuditOutboxTable.ToInsert(ImportAudit.Of(set, _time.GetUtcMicroseconds()))], .. Rows(set)];
        try
        {
            await using var connection = await _database.OpenAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            if (_database.Dialect.LockTimeout(0) is { } waitForOtherImports)
            {
                await connection.ExecuteAsync(new CommandDefinition(waitForOtherImports, transaction: transaction, cancellationToken: cancellation));
            }

            foreach (var (version, table) in Tables(set))
            {
                await RaiseAsync(connection, transaction, version, cancellation);
                if (set.RetireOthers)
                {
                    await ClearAsync(connection, transaction, table, cancellation);
                }
            }

            foreach (var group in rows)
            {
                foreach (var chunk in group.Chunk(RowsPerStatement))
                {
                    await _database.WriteAsync(connection, transaction, chunk[0].Shape, [.. chunk.Select(row => row.Values)], cancellation);
                }
            }

            await transaction.CommitAsync(CancellationToken.None); // Called back now, its outcome would not be known.
        }
        catch (Exception exception) when (_database.IsUnavailable(exception))
        {
            cancellation.ThrowIfCancellationRequested();
            throw new DatabaseUnavailableException(exception);
        }
        catch (DbException exception) when (_database.Dialect.Classify(exception) is StorageFault.UniqueViolation or StorageFault.Integrity)
        {
            throw new ImportException("The database refuses a row: it names a location that is not there, or repeats what must be unique.", exception);
        }
    }

    // The tables of reference data of which there are rows, always in this order: imports of several wait for each other.
    private static IEnumerable<(string Version, string Table)> Tables(ImportSet set)
    {
        (string Version, string Table, int Rows)[] tables =
        [
            (ReferenceTableName.Countries, "COUNTRY", set.Countries.Count),
            (ReferenceTableName.Franchises, "FRANCHISE", set.Franchises.Count),
            (ReferenceTableName.NaicsCodes, "NAICS_CODE", set.NaicsCodes.Count),
        ];
        return tables.Where(table => table.Rows > 0).Select(table => (table.Version, table.Table));
    }

    // In the order that foreign keys ask for. Of a key that is given twice, the last counts.
    private static List<List<Row>> Rows(ImportSet set)
    {
        var users = set.Users.GroupBy(user => user.Id, StringComparer.Ordinal).Select(group => group.Last()).ToList();
        return
        [
            [.. set.Countries.GroupBy(country => country.Alpha2, StringComparer.Ordinal).Select(group => CountryRow.ToUpsert(group.Last()))],
            [.. set.Franchises.GroupBy(franchise => franchise.Code, StringComparer.Ordinal).Select(group => FranchiseRow.ToUpsert(group.Last()))],
            [.. set.NaicsCodes.GroupBy(code => code.Code, StringComparer.Ordinal).Select(group => NaicsCodeRow.ToUpsert(group.Last()))],
            [.. set.Locations.GroupBy(location => location.Id, StringComparer.Ordinal).Select(group => LocationRow.ToUpsert(group.Last()))],
            [.. users.Select(UserRow.ToUpsert)],
            [.. users.Select(user => UserRow.DeleteRoles.Row(user.Id))],
            [.. users.Select(user => UserRow.DeleteLocations.Row(user.Id))],
            [
                .. from user in users
                from location in user.Locations
                select UserRow.InsertLocation.Row(user.Id, location.LocationId)
            ],
            [
                .. from user in users
                from location in user.Locations
                from role in location.Roles
                select UserRow.InsertRole.Row(user.Id, location.LocationId, role)
            ],
            [.. set.Loans.GroupBy(loan => loan.SbaLoanNumber, StringComparer.Ordinal).Select(group => LoanRow.ToUpsert(group.Last()))],
            [.. set.Subjects.GroupBy(subject => (subject.Issuer, subject.Name)).Select(group => SubjectRow.ToUpsert(group.Last()))],
        ];
    }

    private async Task RaiseAsync(DbConnection connection, DbTransaction transaction, string table, CancellationToken cancellation)
    {
        // Takes the row's lock before anything else is written: imports of one table follow each other.
        var raised = await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE REFERENCE_VERSION
            SET table_version = table_version + 1
            WHERE table_name = :table_name
            """,
            new Bindings().Text("table_name", table).For(_database.Dialect),
            transaction,
            _database.Options.CommandTimeoutSeconds,
            cancellationToken: cancellation));
        if (raised != 1)
        {
            throw new InvalidDataException($"REFERENCE_VERSION has no row for {table}.");
        }
    }

    // Readers see the rows of before until all is committed.
    private Task ClearAsync(DbConnection connection, DbTransaction transaction, string table, CancellationToken cancellation) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"""
            DELETE FROM {table}
            """,
            transaction: transaction,
            commandTimeout: _database.Options.CommandTimeoutSeconds,
            cancellationToken: cancellation));
}
