namespace LoApi.Storage.Sql;

/// <summary>
/// Reads what somebody may have written by hand, in whatever form a driver hands it out: SQLite keeps any value in any
/// column, and a number of another database may be larger than ours.
/// </summary>
internal static class StoredValue
{
    /// <summary>A whole number; false for anything else, and for none.</summary>
    public static bool TryReadNumber(object? value, out long number)
    {
        switch (value)
        {
            case long exact:
                number = exact;
                return true;
            case int or short:
                number = Convert.ToInt64(value, provider: null);
                return true;
            case decimal broad when decimal.IsInteger(broad) && broad is >= long.MinValue and <= long.MaxValue:
                number = (long)broad;
                return true;
            default:
                number = 0;
                return false;
        }
    }

    /// <summary>An instant in UTC; false for anything else, and for none.</summary>
    public static bool TryReadInstant(object? value, out DateTimeOffset instant)
    {
        switch (value)
        {
            case string text:
                return InstantText.TryParse(text, out instant);
            case DateTime time:
                instant = new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), TimeSpan.Zero);
                return true;
            default:
                instant = default;
                return false;
        }
    }
}
