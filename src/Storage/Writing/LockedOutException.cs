namespace LoApi.Storage.Writing;

/// <summary>Somebody else holds a lock that a change set needs, for longer than is waited. Nothing of it was done.</summary>
internal sealed class LockedOutException(Exception cause)
    : Exception("Somebody else holds a lock that the change needs.", cause);
