namespace LoApi.Admin.Importing;

/// <summary>One row of a file that is imported.</summary>
/// <param name="line">The line it starts on, counted from 1, as an editor shows it.</param>
/// <param name="fields">Its values by column; a value that is not there is null.</param>
internal sealed class TableRow(long line, IReadOnlyDictionary<string, string?> fields)
{
    public long Line => line;

    /// <summary>The value, without blanks around it; null where there is none.</summary>
    public string? this[string column] => fields[column];
}
