using System.Globalization;

namespace LoApi.Reliability.Cluster;

/// <summary>
/// A network namespace with one cable to this machine, of which both ends can be made to lose whatever is sent: nothing
/// arrives, and nobody is told, as when a machine's switch dies. Linux, as root, with <c>ip</c>.
/// </summary>
internal sealed class SeparateNetwork : IAsyncDisposable
{
    // Nobody has this address, so what is sent to it is dropped where it arrives. Kernels without netem can do that too.
    private const string NobodysAddress = "02:00:00:00:00:01";
    private const string NearAddress = "02:00:00:00:10:01";
    private const string FarAddress = "02:00:00:00:10:02";

    private readonly string _name;
    private readonly string _network;

    private SeparateNetwork(int number)
    {
        _name = string.Create(CultureInfo.InvariantCulture, $"loapi{number}");
        _network = string.Create(CultureInfo.InvariantCulture, $"10.{200 + (number % 50)}.{number / 50 % 250}");
    }

    /// <summary>This machine's address on it.</summary>
    public string Near => $"{_network}.1";

    /// <summary>The address of whatever runs in it.</summary>
    public string Far => $"{_network}.2";

    /// <summary>What comes before a program's name so that it runs there.</summary>
    public IReadOnlyList<string> Entrance => ["ip", "netns", "exec", _name];

    private string NearEnd => $"{_name}n";

    private string FarEnd => $"{_name}f";

    /// <summary>What keeps this machine from having one, as a sentence; null where nothing does.</summary>
    public static async Task<string?> FaultAsync()
    {
        try
        {
            await using var _ = await CreateAsync();
            return null;
        }
        catch (InvalidOperationException refused)
        {
            return $"This machine allows no network namespace: {refused.Message}";
        }
    }

    public static async Task<SeparateNetwork> CreateAsync()
    {
        var network = new SeparateNetwork(Environment.ProcessId % 10_000);
        try
        {
            await network.CreateEndsAsync();
            return network;
        }
        catch
        {
            await network.DisposeAsync();
            throw;
        }
    }

    /// <summary>From now on all is lost that is sent on it.</summary>
    public Task CutAsync() => DirectAsync(NobodysAddress, NobodysAddress);

    /// <summary>From now on what is sent arrives.</summary>
    public Task MendAsync() => DirectAsync(FarAddress, NearAddress);

    public async ValueTask DisposeAsync() => await SystemProgram.TryAsync("ip", "netns", "del", _name); // Its cable goes with it.

    private async Task CreateEndsAsync()
    {
        await SystemProgram.RunAsync("ip", "netns", "add", _name);
        await SystemProgram.RunAsync("ip", "link", "add", NearEnd, "address", NearAddress, "type", "veth", "peer", "name", FarEnd, "address", FarAddress, "netns", _name);
        await SystemProgram.RunAsync("ip", "addr", "add", $"{Near}/24", "dev", NearEnd);
        await SystemProgram.RunAsync("ip", "link", "set", NearEnd, "up");
        await SystemProgram.RunAsync("ip", "-n", _name, "addr", "add", $"{Far}/24", "dev", FarEnd);
        await SystemProgram.RunAsync("ip", "-n", _name, "link", "set", FarEnd, "up");
        await SystemProgram.RunAsync("ip", "-n", _name, "link", "set", "lo", "up");
        await MendAsync();
    }

    private async Task DirectAsync(string outward, string inward)
    {
        await SystemProgram.RunAsync("ip", "neigh", "replace", Far, "lladdr", outward, "dev", NearEnd, "nud", "permanent");
        await SystemProgram.RunAsync("ip", "-n", _name, "neigh", "replace", Near, "lladdr", inward, "dev", FarEnd, "nud", "permanent");
    }
}
