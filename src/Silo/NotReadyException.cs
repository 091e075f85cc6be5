namespace LoApi.Silo;

/// <summary>The process cannot start because of something that it needs. The message is a sentence for who starts it.</summary>
public sealed class NotReadyException(string message, Exception? cause = null) : Exception(message, cause);
