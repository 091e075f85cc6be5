using LoApi.Audit;
using LoApi.Storage.Audit;

namespace LoApi.Grains.Audit;

/// <summary>One partition's way from the outbox into the log. Its turns save the database from most races; the head's lock settles the rest.</summary>
internal sealed class AuditStreamGrain(AuditChain chain, AuditHeadsFile heads) : Grain, IAuditStreamGrain
{
    public async Task<bool> ChainAsync()
    {
        var chained = await chain.AppendAsync((int)this.GetPrimaryKeyLong());
        if (chained.Head is { } head)
        {
            heads.Keep(head);
        }

        return chained.More;
    }
}
