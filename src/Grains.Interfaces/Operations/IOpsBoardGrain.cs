namespace LoApi.Operations;

/// <summary>
/// Where all processes of a service tell how they are doing, and any of them can read it. There is one, 0. It keeps all in
/// memory: a new activation is told again.
/// </summary>
[Alias("IOpsBoardGrain")]
public interface IOpsBoardGrain : IGrainWithIntegerKey
{
    /// <summary>Takes a report.</summary>
    [Alias("Publish")]
    Task<ReportReceipt> PublishAsync(ProcessReport report);

    /// <summary>What there is to know, with the history after a slot.</summary>
    [Alias("Read")]
    Task<OpsBoard> ReadAsync(long afterSlot);
}
