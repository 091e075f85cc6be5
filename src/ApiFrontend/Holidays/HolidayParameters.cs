using LoApi.ApiFrontend.Binding;
using LoApi.ApiFrontend.Lists;
using LoApi.Errors;
using LoApi.Holidays;

namespace LoApi.ApiFrontend.Holidays;

/// <summary>The query parameters of <c>/holidays</c>.</summary>
internal static class HolidayParameters
{
    private const string DatePattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    public static readonly QueryParameter Year = new(
        "year",
        $"The year in which they are or are observed, {HolidayQuery.MinYear} to {HolidayQuery.MaxYear}. Default the current one in America/New_York where no date is given either.",
        "^[0-9]{4}$",
        "2027");

    public static readonly QueryParameter Calendar = new(
        "calendar",
        "Whose holidays: federal (default), or fedwire, the days on which the Federal Reserve's wire service is closed.",
        "^(federal|fedwire)$",
        "fedwire");

    public static readonly QueryParameter On = Date("date", "The date of the holidays.");
    public static readonly QueryParameter OnToo = Date("date[eq]", "The same as date.");
    public static readonly QueryParameter From = Date("date[gte]", "The first date.");
    public static readonly QueryParameter After = Date("date[gt]", "The date after which they lie.");
    public static readonly QueryParameter To = Date("date[lte]", "The last date.");
    public static readonly QueryParameter Before = Date("date[lt]", "The date before which they lie.");

    public static Outcome<HolidayQuery> Read(HttpRequest request)
    {
        var reader = new ParameterReader(request);
        var calendar = reader.OneOf<HolidayCalendar>(Calendar) ?? HolidayCalendar.Federal;
        var year = reader.Number(Year, HolidayQuery.MinYear, HolidayQuery.MaxYear);
        var on = Read(On);
        var onToo = Read(OnToo);
        var query = new HolidayQuery(
            calendar,
            year,
            new[] { on, onToo, Read(From), Read(After)?.AddDays(1) }.Max(),
            new[] { on, onToo, Read(To), Read(Before)?.AddDays(-1) }.Min());
        return reader.Failure is { } failure ? failure : query;

        DateOnly? Read(QueryParameter parameter) => reader.Date(parameter, HolidayQuery.MinYear, HolidayQuery.MaxYear);
    }

    private static QueryParameter Date(string name, string description) =>
        new(name, $"{description} {HolidayQuery.MinYear}-01-01 to {HolidayQuery.MaxYear}-12-31.", DatePattern, "2027-01-01");
}
