using System.Collections.Frozen;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>The runtime of one host: its grain classes, and whether it takes calls.</summary>
internal sealed class GrainRuntime : IAsyncDisposable, IDisposable
{
    private readonly FrozenDictionary<GrainType, GrainClass> _classes;
    private readonly Sweeper _sweeper;
    private readonly Lazy<Task> _drain;
    private volatile Phase _phase;
    private int _activations;

    public GrainRuntime(
        IServiceProvider services,
        TimeProvider timeProvider,
        IOptions<EmbeddedGrainsOptions> options,
        IMeterFactory meters,
        ILogger<GrainRuntime> logger)
    {
        Services = services;
        Clock = new Clock(timeProvider);
        Options = options.Value;
        Logger = logger;
        Factory = new GrainFactory(this);
        _classes = FindClasses().ToFrozenDictionary(c => c.Type);
        Interfaces = new GrainInterfaces(_classes.Values);
        Measures = new GrainMeasures(meters, _classes.Values);
        _drain = new Lazy<Task>(DrainCoreAsync);
        _sweeper = new Sweeper(this);
    }

    private enum Phase
    {
        /// <summary>Calls are taken.</summary>
        Running,

        /// <summary>Calls are taken from grains only, so that what they are doing can complete.</summary>
        Draining,

        /// <summary>Calls are taken by what is active still; nothing is activated.</summary>
        Stopping,

        /// <summary>No calls are taken.</summary>
        Stopped,
    }

    public IServiceProvider Services { get; }

    public Clock Clock { get; }

    public EmbeddedGrainsOptions Options { get; }

    public ILogger Logger { get; }

    public GrainFactory Factory { get; }

    public GrainInterfaces Interfaces { get; }

    public GrainMeasures Measures { get; }

    public int ActivationCount => Volatile.Read(ref _activations);

    /// <summary>Whether a call that is sent here and now is refused.</summary>
    public bool RefusesCalls => _phase != Phase.Running && (_phase == Phase.Stopped || TurnScheduler.Current is null);

    public GrainClass GetClass(GrainType type) =>
        _classes.GetValueOrDefault(type) ?? throw new ArgumentException($"There is no grain class of type {type}.", nameof(type));

    /// <summary>Counts an activation about to be created; answers why it must not.</summary>
    public Exception? TryReserveActivation()
    {
        if (_phase >= Phase.Stopping)
        {
            return new SiloUnavailableException("The grain runtime is shutting down.");
        }

        var count = Interlocked.Increment(ref _activations);
        if (count <= Options.MaxActivations)
        {
            return null;
        }

        ReleaseActivation();
        return new LimitExceededException("MaxActivations", count, Options.MaxActivations, "of this process");
    }

    public void ReleaseActivation() => Interlocked.Decrement(ref _activations);

    public void ForEachActivation<TArgument>(Action<Activation, TArgument> action, TArgument argument)
    {
        foreach (var grainClass in _classes.Values)
        {
            grainClass.ForEach(action, argument);
        }
    }

    public void Sweep(SweepPass pass)
    {
        foreach (var grainClass in _classes.Values)
        {
            grainClass.Sweep(pass);
        }
    }

    /// <summary>Fails if anything that the grain classes need is missing.</summary>
    public void Validate()
    {
        foreach (var grainClass in _classes.Values)
        {
            grainClass.Validate();
        }
    }

    /// <summary>Lets running and accepted calls complete, then ends all activations; refuses calls from outside at once.</summary>
    public Task DrainAsync() => _drain.Value;

    public async ValueTask DisposeAsync() => await DrainAsync();

    /// <summary>Stops without draining: for who cannot wait.</summary>
    public void Dispose()
    {
        _phase = Phase.Stopped;
        _sweeper.Dispose();
    }

    private async Task DrainCoreAsync()
    {
        using var patience = Clock.CancelAfter(Options.DrainTimeout);
        try
        {
            _phase = Phase.Draining;
            await WhenAllAsync(activation => activation.WhenIdle(), patience.Token);
            _phase = Phase.Stopping;
            await WhenAllAsync(
                activation =>
                {
                    activation.Deactivate(new(DeactivationReasonCode.ShuttingDown, "The grain runtime is shutting down."));
                    return activation.Deactivated;
                },
                patience.Token);
        }
        catch (OperationCanceledException)
        {
            Log.DrainTimedOut(Logger, Options.DrainTimeout, ActivationCount);
            ForEachActivation(
                static (activation, refusal) => activation.FailCalls(refusal),
                new SiloUnavailableException("The grain runtime was shut down before the call completed."));
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Waits until a look at all activations finds nothing more to wait for: what completes may begin something else.</summary>
    private async Task WhenAllAsync(Func<Activation, Task> wait, CancellationToken cancellationToken)
    {
        var waits = new List<Task>();
        do
        {
            waits.Clear();
            ForEachActivation(
                (activation, list) =>
                {
                    if (wait(activation) is { IsCompleted: false } task)
                    {
                        list.Add(task);
                    }
                },
                waits);
            await Task.WhenAll(waits).WaitAsync(cancellationToken);
        }
        while (waits.Count > 0);
    }

    private List<GrainClass> FindClasses()
    {
        var types = Options.Assemblies
            .Distinct()
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false } && typeof(IGrain).IsAssignableFrom(type)
                && !typeof(GrainReference).IsAssignableFrom(type));
        var found = new Dictionary<GrainType, GrainClass>();
        foreach (var type in types)
        {
            var grainClass = new GrainClass(this, type);
            if (!found.TryAdd(grainClass.Type, grainClass))
            {
                throw new OrleansConfigurationException(
                    $"{type} and {found[grainClass.Type].Implementation} have the same grain type '{grainClass.Type}'. "
                    + "Name one of them with [GrainType].");
            }
        }

        return [.. found.Values];
    }
}
