namespace LoApi.Silo;

/// <summary>The process cannot start because of its database. The message is a sentence for who starts it.</summary>
public sealed class DatabaseNotReadyException(string message, Exception cause) : Exception(message, cause);
