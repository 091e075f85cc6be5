namespace LoApi.Reliability.Tests.Simulation.Database;

/// <summary>What becomes of a commit.</summary>
internal enum CommitFate
{
    /// <summary>It is done, and its sender is told so.</summary>
    Done,

    /// <summary>The database refuses it and says so.</summary>
    Refused,

    /// <summary>The connection is lost before it arrives.</summary>
    Lost,

    /// <summary>It is done, and the answer is lost.</summary>
    AnswerLost,

    /// <summary>The answer is lost, and the database does it later.</summary>
    DoneLater,

    /// <summary>The answer is lost, and the database undoes it later.</summary>
    UndoneLater,

    /// <summary>The process dies before it sends it.</summary>
    CrashBefore,

    /// <summary>The process dies before it reads the answer.</summary>
    CrashAfter,
}
