using LoApi.Operations;

namespace LoApi.Grains.Operations;

internal sealed class OpsBoardGrain(TimeProvider time) : Grain, IOpsBoardGrain
{
    private readonly ProcessBoard _board = new(time);

    public Task<ReportReceipt> PublishAsync(ProcessReport report) => Task.FromResult(_board.Publish(report));

    public Task<OpsBoard> ReadAsync(long afterSlot) => Task.FromResult(_board.Read(afterSlot));
}
