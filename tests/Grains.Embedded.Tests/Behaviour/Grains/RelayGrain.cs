namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

internal sealed class RelayGrain : Grain, IRelayGrain
{
    public async Task<int> Relay(int hops) => hops == 0
        ? 0
        : 1 + await GrainFactory.GetGrain<IRelayGrain>($"{this.GetPrimaryKeyString()}/{hops}").Relay(hops - 1);

    public Task<string> Introduce(IRelayGrain other) => other.Meet(this.AsReference<IRelayGrain>());

    public Task<string> Meet(IRelayGrain guest) =>
        Task.FromResult($"{this.GetPrimaryKeyString()} meets {guest.GetPrimaryKeyString()}");
}
