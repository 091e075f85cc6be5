using System.Text.Json;
using LoApi.Audit;
using LoApi.Storage.Audit;

namespace LoApi.Storage.Importing;

/// <summary>What the audit log says of an import: where the rows came from and how many there were of each table, not the rows.</summary>
internal static class ImportAudit
{
    public static AuditEntry Of(ImportSet set, DateTimeOffset occurredAt)
    {
        (string Table, int Rows)[] tables =
        [
            ("countries", set.Countries.Count),
            ("franchises", set.Franchises.Count),
            ("naics_codes", set.NaicsCodes.Count),
            ("locations", set.Locations.Count),
            ("users", set.Users.Count),
            ("loans", set.Loans.Count),
            ("subjects", set.Subjects.Count),
        ];
        var imported = tables.Where(table => table.Rows > 0).ToDictionary(table => table.Table, table => table.Rows);
        return new(AuditKind.Change, AuditCode.Imported, occurredAt, set.Caller)
        {
            ResourceType = "import",
            ResourceId = imported.Count > 0 ? string.Join(',', imported.Keys) : "nothing",
            After = JsonSerializer.Serialize(new { source = set.Source, retire_others = set.RetireOthers, rows = imported }),
            PayloadDigest = set.Digest,
        };
    }
}
