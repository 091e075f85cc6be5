namespace Orleans.Embedded;

/// <summary>What the directory holds under a key: an activation, or a stateless worker's several.</summary>
internal interface ICallTarget
{
    /// <summary>Takes, or refuses with an answer, a call; false if it is out of the directory.</summary>
    bool TryAccept(GrainCall call);

    /// <summary>Does something with each activation.</summary>
    void ForEach<TArgument>(Action<Activation, TArgument> action, TArgument argument);
}
