using System.Collections.Concurrent;
using System.Globalization;

namespace LoApi.Reliability.Load;

/// <summary>What the service acknowledged, and what it answered that nobody expected.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentQueue<Acknowledgement> _acknowledged = new();
    private readonly ConcurrentQueue<string> _surprises = new();
    private int _conflicts;
    private int _repeated;
    private int _replayed;

    public IReadOnlyCollection<Acknowledgement> Acknowledged => _acknowledged;

    /// <summary>Answers that a correct service does not give, as a sentence each.</summary>
    public IReadOnlyCollection<string> Surprises => _surprises;

    /// <summary>Changes that came second in a race for a version and were told so.</summary>
    public int Conflicts => _conflicts;

    /// <summary>Writes that were sent more than once.</summary>
    public int Repeated => _repeated;

    /// <summary>Those of them whose effect was there already when the answer came: what a client without keys would have doubled.</summary>
    public int Replayed => _replayed;

    public void Accept(Write write, Answer answer)
    {
        Count(answer);
        _acknowledged.Enqueue(new(write, answer));
    }

    public void Refuse(Answer answer)
    {
        Count(answer);
        Interlocked.Increment(ref _conflicts);
    }

    public void Surprise(Write write, Answer answer) =>
        _surprises.Enqueue($"{write.Method} {write.Path} (key {write.Key}, If-Match {write.IfMatch}): {answer.Status} {answer.Body}");

    /// <summary>A payoff was read as it had been before a change that was acknowledged before the read was sent.</summary>
    public void SurpriseOld(Answer answer, Acknowledgement known, TimeSpan later) => _surprises.Enqueue(string.Create(
        CultureInfo.InvariantCulture,
        $"{answer.PayoffId} was read in version {answer.Version} (Age {answer.Age}) {later.TotalMilliseconds:F0} ms after version {known.Version} had been acknowledged."));

    private void Count(Answer answer)
    {
        if (answer.Attempts > 1)
        {
            Interlocked.Increment(ref _repeated);
            if (answer.Replayed)
            {
                Interlocked.Increment(ref _replayed);
            }
        }
    }
}
