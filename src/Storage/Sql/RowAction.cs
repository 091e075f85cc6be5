namespace LoApi.Storage.Sql;

/// <summary>What a statement does to each of its rows.</summary>
internal enum RowAction
{
    /// <summary>Adds it; a unique constraint may refuse.</summary>
    Insert,

    /// <summary>Changes the one with its keys, which must be there.</summary>
    Update,

    /// <summary>Adds it, or changes the one with its keys.</summary>
    Upsert,

    /// <summary>Removes those with its keys; whether there must be one is for the writer to say.</summary>
    Delete,
}
