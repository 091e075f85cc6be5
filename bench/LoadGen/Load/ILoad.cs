using LoApi.LoadGen.Measurement;

namespace LoApi.LoadGen.Load;

/// <summary>Decides when requests are sent.</summary>
internal interface ILoad
{
    /// <summary>Returns when every request that was sent has ended, or when the run was cancelled.</summary>
    Task RunAsync(SendRequest send, RunRecorder recorder, CancellationToken cancellation);
}
