using LoApi.LoadGen.Measurement;

namespace LoApi.LoadGen.Load;

/// <summary>Sends one request of a run and says how it ended.</summary>
/// <param name="index">Which one, from 0.</param>
/// <param name="cancellation">Ends the run; the only reason for an <see cref="OperationCanceledException"/>.</param>
internal delegate Task<Outcome> SendRequest(long index, CancellationToken cancellation);
