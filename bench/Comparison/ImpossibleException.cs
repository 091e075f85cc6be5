namespace LoApi.Comparison;

/// <summary>The comparison cannot be made, or would say something wrong; the message is for its user.</summary>
internal sealed class ImpossibleException(string message, Exception? cause = null) : Exception(message, cause);
