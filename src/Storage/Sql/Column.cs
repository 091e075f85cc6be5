using System.Globalization;

namespace LoApi.Storage.Sql;

/// <summary>A column as a statement writes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Length">Characters at most, for <see cref="ColumnKind.Text"/>.</param>
/// <param name="Nullable">Whether it may be empty.</param>
internal sealed record Column(string Name, ColumnKind Kind, int Length = 0, bool Nullable = false)
{
    private const decimal MoneyBound = 10_000_000_000_000m;

    /// <summary>The bind name: the column's own unless a statement has the column twice.</summary>
    public string Parameter { get; init; } = Name;

    /// <summary>
    /// Refuses what one database would keep and another would change or refuse: Oracle keeps an empty text as NULL,
    /// SQLite knows no length, PostgreSQL no NUL character, and none of them the seventh place of a second.
    /// </summary>
    public object? Checked(object? value) => (Kind, value) switch
    {
        (_, null) => Nullable ? null : throw Refused("has no value"),
        (ColumnKind.Text or ColumnKind.Clob, "") => throw Refused("is empty; write null instead"),
        (ColumnKind.Text, string text) when text.Length > Length => throw Refused(string.Create(CultureInfo.InvariantCulture, $"is longer than {Length} characters")),
        (ColumnKind.Text or ColumnKind.Clob, string text) => IsStorable(text) ? text : throw Refused("holds a NUL character or half a surrogate pair"),
        (ColumnKind.Money, decimal money) when Math.Abs(money) >= MoneyBound || decimal.Round(money, 2) != money => throw Refused("is no amount of at most 13 digits and 2 places"),
        (ColumnKind.Instant, DateTimeOffset instant) when instant.Ticks % TimeSpan.TicksPerMicrosecond != 0 => throw Refused("is finer than a microsecond"),
        (ColumnKind.Uuid, Guid) or (ColumnKind.Instant, DateTimeOffset) or (ColumnKind.Date, DateOnly) or (ColumnKind.Money, decimal)
            or (ColumnKind.Bool, bool) or (ColumnKind.Int, int) or (ColumnKind.Long, long) => value,
        _ => throw Refused($"is a {value.GetType().Name}, which is no {Kind}"),
    };

    private static bool IsStorable(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return false;
        }

        // Nearly every text has none, and is looked through many characters at a time.
        var first = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (var i = first; i >= 0 && i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                {
                    return false;
                }

                i++;
            }
        }

        return true;
    }

    // The value itself stays unsaid: it may be somebody's name.
    private ArgumentException Refused(string why) => new($"The value of column {Name} {why}.", Name);
}
