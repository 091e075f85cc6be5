using LoApi.Lists;

namespace LoApi.ApiFrontend.Lists;

/// <summary>A query parameter that an endpoint knows; declared once, for the check of requests and for the documentation.</summary>
/// <param name="Name">Its name; <c>-</c> and <c>_</c> are the same in it.</param>
/// <param name="Description">What it does, with its default.</param>
/// <param name="Pattern">The form of its value, where that can be said so.</param>
/// <param name="Example">A value that works, for the documentation.</param>
/// <param name="Required">Whether the endpoint does not do without it.</param>
internal sealed record QueryParameter(string Name, string Description, string? Pattern, string? Example = null, bool Required = false)
{
    /// <summary>What its value is, for the documentation. Default text.</summary>
    public ParameterForm Form { get; init; } = ParameterForm.Text;

    /// <summary>The smallest and the largest number that it may be, for the documentation; null where it is no number.</summary>
    public (int Smallest, int Largest)? Range { get; init; }

    /// <summary>How many rows a page has.</summary>
    public static readonly QueryParameter Limit = new("limit", "Rows in a page, 1 to 500. Default 50.", "^[0-9]{1,3}$", "50") { Form = ParameterForm.Number, Range = (1, PageWindow.MaxLimit) };

    /// <summary>Where a page begins.</summary>
    public static readonly QueryParameter Cursor = new("cursor", "The next_cursor of the page before, with the same filter and sort; absent for the first page.", "^[A-Za-z0-9_-]{1,1024}$");

    /// <summary>Whether all rows are counted.</summary>
    public static readonly QueryParameter Count = new("count", "true adds total, exact up to 10,000 and marked total_capped beyond. Default false.", "^(?:true|false)$") { Form = ParameterForm.Flag };

    /// <summary>How a list is ordered.</summary>
    public static readonly QueryParameter Sort = new("sort", "How the list is ordered.", Pattern: null);

    /// <summary>Whether a name in a request means this parameter.</summary>
    public bool IsNamed(string name) =>
        name.Length == Name.Length && string.Equals(name.Replace('_', '-'), Name.Replace('_', '-'), StringComparison.Ordinal);
}
