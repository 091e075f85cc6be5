namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

/// <summary>What all gated grains do.</summary>
internal static class GatedCalls
{
    public static async Task RunAsync(string key, string name, string until)
    {
        var probe = Probe.Of(key);
        probe.Step(name + " starts");
        await probe.Until(until);
        probe.Step(name + " ends");
    }
}
