using System.Data.Common;

namespace LoApi.Storage.Dialects;

/// <summary>The time of a statement that writes rows was up: what takes it so long is a lock that somebody else holds.</summary>
internal sealed class LockWaitException(DbException cause) : DbException(cause.Message, cause);
