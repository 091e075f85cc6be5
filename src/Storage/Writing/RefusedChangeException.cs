namespace LoApi.Storage.Writing;

/// <summary>The database refuses a change set for a reason that nobody expects: a bug, or a schema that does not fit.</summary>
internal sealed class RefusedChangeException(Exception cause)
    : Exception("The database refuses a change for a reason that is not expected.", cause);
