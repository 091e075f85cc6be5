namespace LoApi.Storage.Audit;

/// <summary>The end of a chain.</summary>
/// <param name="Partition">Which chain.</param>
/// <param name="Position">The place of its last record; 0 where it has none.</param>
/// <param name="Hash">The hash of that record, 64 hexadecimal digits.</param>
public sealed record ChainHead(int Partition, long Position, string Hash);
