using LoApi.Storage.Sql;

namespace LoApi.Storage.GrainStates;

/// <summary>A row of GRAIN_STATE, both ways.</summary>
internal sealed class GrainStateRow
{
    private static readonly Column GrainId = new("grain_id", ColumnKind.Text, 200);
    private static readonly Column StateName = new("state_name", ColumnKind.Text, 60);
    private static readonly Column StateJsonColumn = new("state_json", ColumnKind.Clob);
    private static readonly Column VersionColumn = new("version", ColumnKind.Long);
    private static readonly Column UpdatedAt = new("updated_at", ColumnKind.Instant);
    private static readonly Column ExpectedVersion = VersionColumn with { Parameter = "expected_version" };

    public static RowShape Insert { get; } = RowShape.Insert("GRAIN_STATE", GrainId, StateName, StateJsonColumn, VersionColumn, UpdatedAt);

    public static RowShape Update { get; } =
        RowShape.Update("GRAIN_STATE", [StateJsonColumn, VersionColumn, UpdatedAt], [GrainId, StateName, ExpectedVersion]);

    public static RowShape Delete { get; } = RowShape.Delete("GRAIN_STATE", GrainId, StateName, ExpectedVersion);

    public required string StateJson { get; init; }

    public required long Version { get; init; }
}
