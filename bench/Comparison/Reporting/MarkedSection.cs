namespace LoApi.Comparison.Reporting;

/// <summary>The parts of a page that are written by a program; what stands around them is written by people.</summary>
internal static class MarkedSection
{
    private const string End = "<!-- end of what was measured -->";

    /// <summary>The page with that content between the marks of a part. Throws <see cref="ImpossibleException"/> where a mark is missing.</summary>
    public static string Replace(string page, Part part, string content)
    {
        var mark = $"<!-- measured by bench/run --part {part}: do not edit -->";
        var begin = page.IndexOf(mark, StringComparison.Ordinal);
        var end = begin < 0 ? -1 : page.IndexOf(End, begin, StringComparison.Ordinal);
        return end > begin
            ? $"{page[..(begin + mark.Length)]}\n\n{content.Trim()}\n\n{page[end..]}"
            : throw new ImpossibleException($"The page has no lines \"{mark}\" and \"{End}\".");
    }
}
