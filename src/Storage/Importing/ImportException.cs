namespace LoApi.Storage.Importing;

/// <summary>The database refuses a row of an import, and nothing was imported. The message is for the operator.</summary>
public sealed class ImportException(string message, Exception cause) : Exception(message, cause);
