using LoApi.Locations;

namespace LoApi.Admin.Importing;

/// <summary>Reads a whole file and tells its good rows from the bad ones, before anything is written.</summary>
internal static class FileJudge
{
    /// <param name="import">What kind of file it is.</param>
    /// <param name="path">The file.</param>
    /// <param name="knownLocations">The locations in the database, where rows of this kind name any.</param>
    /// <param name="onProgress">Receives the share of the file that was read, 0 to 1.</param>
    /// <exception cref="CommandFailedException">The file cannot be read, or holds no rows.</exception>
    public static FileContent<T> Read<T>(
        TableImport<T> import,
        string path,
        IReadOnlySet<string> knownLocations,
        Action<double> onProgress)
        where T : class
    {
        var models = new List<T>();
        var badRows = new List<BadRow>();
        var lines = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var row in TableFile.At(path, import.Layout, badRows.Add).Rows(onProgress))
        {
            var reader = new RowReader(row);
            var model = import.Read(reader);
            foreach (var unknown in import.LocationsOf(model).Where(id => LocationId.IsWellFormed(id) && !knownLocations.Contains(id)))
            {
                reader.Refuse($"location {unknown} is not in the database");
            }

            var (column, key) = import.Key(model);
            if (reader.Reasons.Count == 0 && !lines.TryAdd(key, row.Line))
            {
                reader.Refuse($"{column} {key} stands on line {lines[key]} already");
            }

            if (reader.Reasons.Count == 0)
            {
                models.Add(model);
            }
            else
            {
                badRows.Add(new BadRow(row.Line, reader.Reasons));
            }
        }

        badRows.Sort((one, other) => one.Line.CompareTo(other.Line));
        var content = new FileContent<T>(models, badRows);
        return content.Rows > 0 ? content : throw new CommandFailedException($"{path} holds no rows below its first line.");
    }
}
