using System.CommandLine;
using System.Globalization;
using LoApi.Clients;

namespace LoApi.Admin.Clients;

/// <summary><c>clients limits</c>: shows what a client may ask for, and sets what is given.</summary>
internal sealed class LimitsCommand : Command
{
    private readonly Argument<string> _client = new("CLIENT") { Description = "The client's id." };

    private readonly Option<bool> _noDaily = new("--no-daily") { Description = "No bound on the requests of a day." };

    private readonly LimitOptions _limits = new();
    private readonly AdminHost _host;
    private readonly ConnectionOptions _connection;

    public LimitsCommand(AdminHost host, ConnectionOptions connection)
        : base("limits", "Show a client's limits; set those that are given.")
    {
        _host = host;
        _connection = connection;
        Arguments.Add(_client);
        _limits.AddTo(this);
        Options.Add(_noDaily);
        SetAction(ExecuteAsync);
    }

    public static string Describe(Client client) => string.Create(
        CultureInfo.InvariantCulture,
        $"{client.RatePerSecond} requests per second, {client.Burst} at once, {(client.DailyQuota is { } daily ? $"{daily} a day" : "any number a day")}");

    private async Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (rate, burst, daily) = (_limits.Rate(parsed), _limits.Burst(parsed), _limits.Daily(parsed));
        var noDaily = parsed.GetValue(_noDaily);
        if (daily is not null && noDaily)
        {
            throw new CommandFailedException("--daily and --no-daily contradict each other.");
        }

        await using var register = ClientRegister.Open(_host, _connection, parsed);
        var client = await register.FindAsync(parsed.GetRequiredValue(_client), cancellation);
        if (rate is not null || burst is not null || daily is not null || noDaily)
        {
            if (client.Fault is { } fault && (rate is null || burst is null || (daily is null && !noDaily)))
            {
                // What is not given would stay what it counts as, which is not what is stored.
                throw new CommandFailedException($"The client {client.Id} counts as disabled: {fault}. Give all its limits: --rate, --burst, and --daily or --no-daily.");
            }

            client = client with
            {
                RatePerSecond = rate ?? client.RatePerSecond,
                Burst = burst ?? client.Burst,
                DailyQuota = noDaily ? null : daily ?? client.DailyQuota,
            };
            ClientRegister.Check(
                await register.Registry.SetLimitsAsync(client.Id, client.RatePerSecond, client.Burst, client.DailyQuota, AdminCaller.Of("clients limits"), cancellation),
                client.Id);
            client = await register.FindAsync(client.Id, cancellation);
        }

        await _host.Output.WriteLineAsync($"{client.Id}: {(client.Fault is { } wrong ? $"counts as disabled, {wrong}" : Describe(client))}.");
        return ExitCode.Success;
    }
}
