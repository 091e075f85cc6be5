using LoApi.Holidays;

namespace LoApi.ApiFrontend.Holidays;

/// <summary>The holiday that the documentation shows: a Sunday's, kept on Monday.</summary>
internal static class HolidayExample
{
    public static Holiday Value { get; } = new()
    {
        Date = new(2027, 7, 4),
        ObservedDate = new(2027, 7, 5),
        Name = "Independence Day",
        Scope = HolidayScope.Federal,
    };
}
