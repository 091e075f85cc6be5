using LoApi.Idempotency;

namespace LoApi.Reliability.Tests.Simulation;

/// <summary>A write that a client asks for, under one key in one or more attempts or without one once, and what it was told.</summary>
internal sealed class Operation(string key, string what, bool isKeyed = true)
{
    public string Key => key;

    /// <summary>Whether the service is told the key; otherwise it stands in the payoff only.</summary>
    public bool IsKeyed => isKeyed;

    /// <summary>For the reader of a failure.</summary>
    public string What => what;

    /// <summary>The token that every attempt comes with; null where each has one of its own.</summary>
    public string? Token { get; init; }

    /// <summary>SHA-256 of what is asked, as far as the service knows.</summary>
    public string Fingerprint { get; } = key.PadLeft(64, '0');

    /// <summary>The first answer that said that it is done.</summary>
    public RecordedResponse? Answer { get; private set; }

    /// <summary>An answer that was another than the first.</summary>
    public RecordedResponse? OtherAnswer { get; private set; }

    /// <summary>The failure that settled it.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Attempts of which it is not known what they did.</summary>
    public int Unknown { get; set; }

    public void Accept(RecordedResponse answer)
    {
        if (Answer is null)
        {
            Answer = answer;
        }
        else if ((answer.Status, answer.ETag, answer.Body, answer.ResourceId) != (Answer.Status, Answer.ETag, Answer.Body, Answer.ResourceId))
        {
            OtherAnswer = answer;
        }
    }

    public void Refuse(string code) => Refusal = code;

    public override string ToString() => $"{key} ({what})";
}
