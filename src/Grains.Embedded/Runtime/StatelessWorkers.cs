namespace Orleans.Embedded;

/// <summary>The activations of one key of a stateless worker: an idle one takes a call, else a new one, else the least busy.</summary>
internal sealed class StatelessWorkers(GrainClass grainClass, string key, int max) : ICallTarget, IActivationOwner
{
    private readonly Lock _gate = new();
    private Activation[] _workers = [];
    private bool _isClosed;

    public bool TryAccept(GrainCall call)
    {
        while (true)
        {
            // Accepted under the gate, so that two calls do not take the same worker for idle.
            lock (_gate)
            {
                if (_isClosed)
                {
                    return false;
                }

                if (Choose(call) is not { } worker || worker.TryAccept(call))
                {
                    CloseIfEmpty();
                    return true;
                }

                // It has just ended.
                Drop(worker);
            }
        }
    }

    public void ForEach<TArgument>(Action<Activation, TArgument> action, TArgument argument)
    {
        foreach (var worker in Volatile.Read(ref _workers))
        {
            action(worker, argument);
        }
    }

    public void Remove(Activation activation)
    {
        lock (_gate)
        {
            Drop(activation);
            CloseIfEmpty();
        }

        grainClass.ReleaseActivation();
    }

    private Activation? Choose(GrainCall call)
    {
        Activation? least = null;
        foreach (var worker in _workers)
        {
            if (worker.Load == 0)
            {
                return worker;
            }

            if (least is null || worker.Load < least.Load)
            {
                least = worker;
            }
        }

        if (_workers.Length == max)
        {
            return least;
        }

        if (grainClass.TryReserveActivation() is { } refusal)
        {
            if (least is null)
            {
                call.Fail(refusal);
            }

            return least;
        }

        var added = new Activation(grainClass, key, this);
        Volatile.Write(ref _workers, [.. _workers, added]);
        return added;
    }

    private void Drop(Activation worker) => Volatile.Write(ref _workers, Array.FindAll(_workers, w => w != worker));

    private void CloseIfEmpty()
    {
        if (_workers.Length == 0)
        {
            _isClosed = true;
            grainClass.Remove(key, this);
        }
    }
}
