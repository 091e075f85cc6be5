using LoApi.Lists;

namespace LoApi.Storage.Lists;

/// <summary>
/// A <see cref="Keyset"/> that this list never gave out. Front ends sign their cursors, so this is a fault of the
/// service, not of its caller.
/// </summary>
public sealed class InvalidKeysetException()
    : ArgumentException("The keyset is none of this list: it has another number of values, or one that does not parse.");
