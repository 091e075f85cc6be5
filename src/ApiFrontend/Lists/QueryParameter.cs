namespace LoApi.ApiFrontend.Lists;

/// <summary>A query parameter that an endpoint knows; declared once, for the check of requests and for the documentation.</summary>
/// <param name="Name">Its name; <c>-</c> and <c>_</c> are the same in it.</param>
/// <param name="Description">What it does, with its default.</param>
/// <param name="Pattern">The form of its value.</param>
/// <param name="Example">A value that works.</param>
internal sealed record QueryParameter(string Name, string Description, string Pattern, string Example)
{
    /// <summary>How many rows a page has.</summary>
    public static readonly QueryParameter Limit = new("limit", "Rows in a page, 1 to 500. Default 50.", "^[0-9]{1,3}$", "50");

    /// <summary>Where a page begins.</summary>
    public static readonly QueryParameter Cursor = new("cursor", "The next_cursor of the page before; absent for the first page.", "^[A-Za-z0-9_-]{1,1024}$", "");

    /// <summary>Whether a name in a request means this parameter.</summary>
    public bool IsNamed(string name) => string.Equals(name.Replace('_', '-'), Name, StringComparison.Ordinal);
}
