using System.Collections.Concurrent;

namespace LoApi.ApiFrontend.Reference;

/// <summary>
/// The pages of a snapshot that were asked for, by the query that asked: the same query of the same snapshot has the same
/// answer, byte for byte. Once there are <see cref="MaxPages"/> it begins anew, so that queries which nobody repeats
/// cannot fill it for good.
/// </summary>
internal sealed class ReferencePages
{
    /// <summary>Pages at most.</summary>
    public const int MaxPages = 100;

    private readonly ConcurrentDictionary<string, ReferencePage> _pages = new(StringComparer.Ordinal);

    /// <summary>The page, or null where nobody has asked for it.</summary>
    public ReferencePage? Find(string query) => _pages.GetValueOrDefault(query);

    /// <summary>Keeps a page.</summary>
    public void Add(string query, ReferencePage page)
    {
        if (_pages.Count >= MaxPages)
        {
            _pages.Clear();
        }

        _pages[query] = page;
    }
}
