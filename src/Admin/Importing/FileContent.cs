namespace LoApi.Admin.Importing;

/// <summary>What a file holds.</summary>
/// <param name="Models">The good rows, in the file's order.</param>
/// <param name="BadRows">The others, by line.</param>
internal sealed record FileContent<T>(IReadOnlyList<T> Models, IReadOnlyList<BadRow> BadRows)
    where T : class
{
    public int Rows => Models.Count + BadRows.Count;
}
