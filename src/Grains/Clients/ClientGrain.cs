using LoApi.Clients;
using LoApi.Grains.Caching;
using LoApi.Limits;
using LoApi.Storage.Clients;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

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
    /// <summary>How often what is kept is written though it is the same: so a second activation is noticed by the first.</summary>
    public static readonly TimeSpan ConfirmedEvery = TimeSpan.FromSeconds(10);

    private ClientAllowance? _allowance;
    private Client? _lastKnown;
    private long? _keptAt;
    private Task _confirming = Task.CompletedTask;

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

        return _lastKnown = await Row.GetAsync();
    }

    public async Task<TokenLease?> LeaseAsync(int wanted)
    {
        // Front ends that authenticate the client have it read anew; a limit outlives the database's absence.
        if ((_lastKnown ?? await GetAsync()) is not { } client)
        {
            return null;
        }

        var limit = new RateLimit(client.RatePerSecond, client.Burst);
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
            await _confirming;
            usage.State = _allowance.Close();
            await usage.WriteStateAsync(cancellationToken);
        }
        catch (Exception exception)
        {
            Log.UsageLost(logger, exception, this.GetPrimaryKeyString()); // The next activation knows by InUse.
        }
    }

    private async ValueTask KeepAsync(ClientUsage plan)
    {
        // The first lease is always preceded by a write: it changes the version, by which an earlier activation that is still
        // alive finds out.
        if (plan != _allowance!.Usage || _keptAt is null)
        {
            await _confirming;
            usage.State = plan;
            await usage.WriteStateAsync(); // Where another was quicker, this activation ends.
            _keptAt = time.GetTimestamp();
            _allowance.Kept(plan);
        }
        else if (time.GetElapsedTime(_keptAt.Value) >= ConfirmedEvery && _confirming.IsCompleted)
        {
            _confirming = ConfirmAsync(); // Beside the leases, which do not wait for a database that is away.
        }
    }

    private async Task ConfirmAsync()
    {
        _keptAt = time.GetTimestamp();
        try
        {
            await usage.WriteStateAsync();
        }
        catch (InconsistentStateException exception)
        {
            Log.SecondActivation(logger, exception, this.GetPrimaryKeyString());
            DeactivateOnIdle();
        }
        catch (Exception exception)
        {
            Log.UsageNotConfirmed(logger, exception, this.GetPrimaryKeyString());
        }
    }
}
