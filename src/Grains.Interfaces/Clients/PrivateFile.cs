namespace LoApi.Clients;

/// <summary>A file that only its owner may read.</summary>
public static class PrivateFile
{
    /// <summary>Creates it where it is not there yet; whoever reads it meanwhile finds all of it or nothing. Answers whether it did.</summary>
    public static bool TryCreate(string path, string content)
    {
        if (File.Exists(path))
        {
            return false;
        }

        var written = Write(path, content);
        try
        {
            File.Move(written, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(written); // Somebody else was quicker.
            return false;
        }
    }

    /// <summary>What it holds, from now on if it was not there, without white space around it.</summary>
    public static string ReadOrCreate(string path, Func<string> make)
    {
        if (!File.Exists(path))
        {
            TryCreate(path, make());
        }

        return File.ReadAllText(path).Trim();
    }

    /// <summary>Creates it, or replaces it as a whole.</summary>
    public static void Replace(string path, string content) => File.Move(Write(path, content), path, overwrite: true);

    private static string Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var temporary = $"{path}.{Guid.NewGuid():N}";
        using var file = new StreamWriter(temporary, options);
        file.Write(content);
        return temporary;
    }
}
