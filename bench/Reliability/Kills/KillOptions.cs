namespace LoApi.Reliability.Kills;

/// <summary>A run of kill rounds.</summary>
internal sealed record KillOptions
{
    /// <summary><c>sqlite</c>, <c>postgresql</c> or <c>oracle</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>How many rounds.</summary>
    public required int Rounds { get; init; }

    /// <summary>Callers at once.</summary>
    public int Writers { get; init; } = 32;

    /// <summary>From which the moments of the kills are drawn.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The longest that a round's load may last before the kill, milliseconds; the shortest is a tenth of it.</summary>
    public int LoadMilliseconds { get; init; } = 1500;
}
