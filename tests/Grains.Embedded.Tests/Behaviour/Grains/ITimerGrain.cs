namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

public interface ITimerGrain : IGrainWithStringKey
{
    /// <summary>Starts a timer whose ticks note themselves as "tick 1", "tick 2" …</summary>
    Task Start(string name, TimeSpan dueTime, TimeSpan period, bool interleave, bool keepAlive);

    /// <summary>Starts a timer whose first tick throws.</summary>
    Task StartThrowing();

    /// <summary>Starts a timer whose ticks wait for a step, and note when their token is cancelled.</summary>
    Task StartWaiting(string until);

    Task Stop();

    Task Change(TimeSpan dueTime, TimeSpan period);

    /// <summary>Keeps the grain busy until a step.</summary>
    Task Hold(string until);

    Task Deactivate();

    Task Note(string name);
}
