namespace LoApi.Storage.Migrations;

/// <summary>A migration that a run applied.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its file's name without the extension.</param>
public sealed record AppliedMigration(int Number, string Name);
