namespace LoApi.ApiFrontend.Authentication;

/// <summary>Who vouches for users does not answer. The message says no more than a log may hold.</summary>
internal sealed class ProviderUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
