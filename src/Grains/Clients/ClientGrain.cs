using LoApi.Clients;
using LoApi.Grains.Caching;
using LoApi.Limits;
using LoApi.Storage.Clients;
using Microsoft.Extensions.Logging;

namespace LoApi.Grains.Clients;

/// <summary>
/// One client. Front ends keep what it answers for a while, so it reads anew itself as long as it may. It also keeps the
/// client's limit, for all front ends together.
/// </summary>
internal sealed class ClientGrain(
    ClientRepository clients,
    TimeProvider time,
    [PersistentState("usage", GrainServices.StateStorage)] IPersistentState<ClientUsage> usage,
    ILogger<ClientGrain> logger) : Grain, IClientGrain
{
    private ClientAllowance? _allowance;
    private Client? _lastKnown;

    private CachedRow<Client> Row => field ??= new(
        this,
        time,
        ClientStaleness.Grain,
        () => clients.FindAsync(this.GetPrimaryKeyString(), CancellationToken.None));

    private SecondBudget Budget => field ??= new(time, ClientStaleness.ReadsPerSecond);

    public async Task<Client?> GetAsync()
    {
        if (Budget.TrySpend())
        {
            Row.Invalidate();
        }

        return _lastKnown = Checked(await Row.GetAsync());
    }

    public async Task<TokenLease?> LeaseAsync(int wanted)
    {
        // Front ends that authenticate the client have it read anew; a limit outlives the database's absence.
        if ((_lastKnown ?? await GetAsync()) is not { } client || LimitOf(client) is not { IsValid: true } limit)
        {
            return null;
        }

        _allowance ??= new(time, limit, usage.RecordExists ? usage.State : null);
        _allowance.Change(limit);
        await KeepAsync(_allowance.Plan(wanted, client.DailyQuota));
        return _allowance.Lease(wanted, client.DailyQuota);
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_allowance is null)
        {
            return;
        }

        try
        {
            usage.State = _allowance.Close();
            await usage.WriteStateAsync(cancellationToken);
        }
        catch (Exception exception)
        {
            Log.UsageLost(logger, exception, this.GetPrimaryKeyString()); // The next activation knows by InUse.
        }
    }

    private static RateLimit LimitOf(Client client) => new(client.RatePerSecond, client.Burst);

    /// <summary>A client whose row holds a limit that is none may not call.</summary>
    private static Client? Checked(Client? client) =>
        client is null || LimitOf(client).IsValid ? client : client with { Status = ClientStatus.Disabled };

    private async ValueTask KeepAsync(ClientUsage plan)
    {
        if (plan != _allowance!.Usage || !usage.RecordExists)
        {
            usage.State = plan;
            await usage.WriteStateAsync();
            _allowance.Kept(plan);
        }
    }
}
