namespace LoApi.Storage.Dialects;

/// <summary>The driver of the configured database is not there.</summary>
internal sealed class DriverMissingException(string message) : Exception(message);
