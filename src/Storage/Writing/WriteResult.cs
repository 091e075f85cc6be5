namespace LoApi.Storage.Writing;

/// <summary>What became of a change set.</summary>
public enum WriteResult
{
    /// <summary>All of it is committed.</summary>
    Committed,

    /// <summary>None of it is: a row would repeat what must be unique, such as an id or the loan of an open payoff.</summary>
    UniqueConflict,

    /// <summary>None of it is: a row that was to be changed is not there, or has another version.</summary>
    VersionConflict,
}
