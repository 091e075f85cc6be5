using System.Collections.Concurrent;
using System.Reflection;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>A grain class, and the directory of its activations.</summary>
internal sealed class GrainClass : IActivationOwner
{
    private readonly ConcurrentDictionary<string, ICallTarget> _directory = new(StringComparer.Ordinal);
    private readonly GrainConstructor _constructor;
    private readonly int? _maxWorkers;
    private volatile QueueLengths _queues = QueueLengths.None;
    private int _activations;
    private int _seenWaiting;
    private int _seenLongest;

    public GrainClass(GrainRuntime runtime, Type implementation)
    {
        Runtime = runtime;
        Implementation = implementation;
        Type = GrainTypeNames.Of(implementation);
        Tag = GrainMeasures.TagOf(Type.ToString());
        IsReentrant = implementation.IsDefined(typeof(ReentrantAttribute));
        MailboxLimit = runtime.Options.MailboxLimit;
        CollectionAge = CollectionAgeOf(implementation, runtime.Options.CollectionAge);
        _maxWorkers = implementation.GetCustomAttribute<StatelessWorkerAttribute>()?.MaxLocalWorkers;
        _constructor = new GrainConstructor(implementation);
    }

    public GrainRuntime Runtime { get; }

    public Type Implementation { get; }

    public GrainType Type { get; }

    public bool IsReentrant { get; }

    public int MailboxLimit { get; }

    /// <summary>After how long an idle activation is collected; <see langword="null"/> for never.</summary>
    public TimeSpan? CollectionAge { get; }

    /// <summary>What tells its measurements from those of other classes.</summary>
    public KeyValuePair<string, object?> Tag { get; }

    public int ActivationCount => Volatile.Read(ref _activations);

    /// <summary>The queues at the last sweep.</summary>
    public QueueLengths Queues => _queues;

    /// <summary>Fails if a storage that the class names is missing.</summary>
    public void Validate() => _constructor.Validate(Runtime.Services);

    public object CreateGrain(Activation activation, out IReadOnlyList<Core.IStorage> states) =>
        _constructor.Create(activation, out states);

    public GrainReference CreateReference(string key) => new(new GrainRoute(this, key));

    /// <summary>Sends a new call.</summary>
    public void Send(string key, GrainCall call, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            call.Fail(new OperationCanceledException(cancellationToken));
            return;
        }

        call.SentAt = Runtime.Clock.GetTimestamp();
        call.Caller = GrainSpans.Parent;
        if (cancellationToken.CanBeCanceled)
        {
            call.CancelWith(cancellationToken);
        }

        if (Runtime.RefusesCalls)
        {
            call.Fail(new SiloUnavailableException("The grain runtime is shutting down."));
            return;
        }

        Dispatch(key, call);
    }

    /// <summary>Brings a call to the activation of a key, whichever it is at the moment.</summary>
    public void Dispatch(string key, GrainCall call)
    {
        // Ends soon: what refuses has left the directory, so that the next look meets another.
        while (Find(key, call) is { } target && !target.TryAccept(call))
        {
        }
    }

    public void Remove(Activation activation)
    {
        Remove(activation.GrainId.Key.ToString(), activation);
        ReleaseActivation();
    }

    /// <summary>Counts an activation about to be created; answers why it must not.</summary>
    public Exception? TryReserveActivation()
    {
        if (Runtime.TryReserveActivation() is { } refusal)
        {
            return refusal;
        }

        Interlocked.Increment(ref _activations);
        return null;
    }

    public void ReleaseActivation()
    {
        Interlocked.Decrement(ref _activations);
        Runtime.ReleaseActivation();
    }

    /// <summary>Looks at every activation, and at its queue. One sweep at a time.</summary>
    public void Sweep(SweepPass pass)
    {
        (_seenWaiting, _seenLongest) = (0, 0);
        ForEach(
            static (activation, pass) =>
            {
                activation.Class.See(activation.Waiting);
                activation.Sweep(pass);
            },
            pass);
        if (_queues.Waiting != _seenWaiting || _queues.Longest != _seenLongest)
        {
            _queues = new(_seenWaiting, _seenLongest);
        }
    }

    public void Remove(string key, ICallTarget target) => _directory.TryRemove(new(key, target));

    public void ForEach<TArgument>(Action<Activation, TArgument> action, TArgument argument)
    {
        foreach (var (_, target) in _directory)
        {
            target.ForEach(action, argument);
        }
    }

    private static TimeSpan? CollectionAgeOf(Type implementation, TimeSpan usual)
    {
        if (implementation.IsDefined(typeof(KeepAliveAttribute)))
        {
            return null;
        }

        return implementation.GetCustomAttribute<CollectionAgeLimitAttribute>() switch
        {
            { AlwaysActive: true } => null,
            { } limit => limit.AgeLimit,
            null => usual,
        };
    }

    /// <summary>Who takes calls to a key; <see langword="null"/>, and the call answered, if there may be no more activations.</summary>
    private ICallTarget? Find(string key, GrainCall call)
    {
        if (_directory.TryGetValue(key, out var found))
        {
            return found;
        }

        if (_maxWorkers is { } max)
        {
            return _directory.GetOrAdd(key, new StatelessWorkers(this, key, max));
        }

        if (TryReserveActivation() is { } refusal)
        {
            call.Fail(refusal);
            return null;
        }

        var activation = new Activation(this, key, this);
        found = _directory.GetOrAdd(key, activation);
        if (!ReferenceEquals(found, activation))
        {
            ReleaseActivation();
        }

        return found;
    }

    private void See(int waiting)
    {
        _seenWaiting += waiting;
        _seenLongest = Math.Max(_seenLongest, waiting);
    }
}
