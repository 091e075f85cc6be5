using LoApi.Fixtures;

namespace LoApi.Reliability.Tests.Simulation;

/// <summary>What the parts of a history share.</summary>
internal sealed class World(FakeTimeProvider clock, Trace trace, int loans)
{
    private readonly List<Guid> _payoffs = [];
    private readonly List<Task> _lingering = [];
    private readonly List<string> _tokens = [];

    public FakeTimeProvider Clock => clock;

    public Trace Trace => trace;

    /// <summary>How many loans there are: few, so that payoffs compete for them.</summary>
    public int Loans => loans;

    public List<Operation> Operations { get; } = [];

    public List<Silo> Silos { get; } = [];

    /// <summary>Attempts whose clients did not wait for their end.</summary>
    public Task Lingering => Task.WhenAll(_lingering);

    public void Created(Guid payoff) => _payoffs.Add(payoff);

    /// <summary>A token came with a request, and whoever saw it may use it.</summary>
    public void Seen(string token) => _tokens.Add(token);

    /// <summary>A token that was seen, most likely a late one; null where none was.</summary>
    public string? AnyToken(Random random) => _tokens.Count == 0 ? null : _tokens[Math.Max(random.Next(_tokens.Count), random.Next(_tokens.Count))];

    public void Linger(Task attempt) => _lingering.Add(attempt);

    /// <summary>One of those that somebody knows of, most likely a late one.</summary>
    public Guid? AnyPayoff(Random random) => _payoffs.Count == 0 ? null : _payoffs[Math.Max(random.Next(_payoffs.Count), random.Next(_payoffs.Count))];

    /// <summary>A process that is alive, once there is one.</summary>
    public async Task<Silo> AnySiloAsync(Random random)
    {
        while (true)
        {
            Silo[] alive = [.. Silos.Where(silo => !silo.Process.IsDead)];
            if (alive.Length > 0)
            {
                return alive[random.Next(alive.Length)];
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), clock);
        }
    }
}
