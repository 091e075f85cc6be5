namespace LoApi.Comparison.Reporting;

/// <summary>The part of a page that is written by a program; what stands around it is written by people.</summary>
internal static class MarkedSection
{
    private const string Begin = "<!-- measured by bench/run: do not edit -->";
    private const string End = "<!-- end of what was measured -->";

    /// <summary>The page with that content between the marks. Throws <see cref="ImpossibleException"/> where a mark is missing.</summary>
    public static string Replace(string page, string content)
    {
        var begin = page.IndexOf(Begin, StringComparison.Ordinal);
        var end = page.IndexOf(End, StringComparison.Ordinal);
        return begin >= 0 && end > begin
            ? $"{page[..(begin + Begin.Length)]}\n\n{content.Trim()}\n\n{page[end..]}"
            : throw new ImpossibleException($"The page has no lines \"{Begin}\" and \"{End}\".");
    }
}
