namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

public interface ICancellableGrain : IGrainWithStringKey
{
    /// <summary>Waits until its token is cancelled.</summary>
    Task WaitForCancellation(CancellationToken cancellationToken);

    /// <summary>Waits for a step, and never looks at its token.</summary>
    Task<int> Ignore(string until, CancellationToken cancellationToken);

    /// <summary>Notes that it ran.</summary>
    Task Note(string name, CancellationToken cancellationToken);

    /// <summary>Notes which scheduler a callback on its token runs on.</summary>
    Task NoteCallback(CancellationToken cancellationToken);
}
