namespace LoApi.Storage.Migrations;

/// <summary>The schema cannot be brought up to date; the message is for the operator.</summary>
public sealed class MigrationException(string message) : Exception(message);
