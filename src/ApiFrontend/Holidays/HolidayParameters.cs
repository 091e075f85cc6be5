using System.Globalization;
using LoApi.ApiFrontend.Lists;
using LoApi.Holidays;
using LoApi.Lists;

namespace LoApi.ApiFrontend.Holidays;

/// <summary>What the list of holidays can be asked.</summary>
internal static class HolidayParameters
{
    public static readonly QueryParameter Year = new(
        "year",
        $"The year in which they are or are observed, {HolidayQuery.MinYear} to {HolidayQuery.MaxYear}. Default the current one in America/New_York where no date is given either.",
        "^[0-9]{4}$",
        "2027")
    {
        Form = ParameterForm.Number,
        Range = (HolidayQuery.MinYear, HolidayQuery.MaxYear),
    };

    public static readonly QueryParameter Calendar = new(
        "calendar",
        "Whose holidays: federal (default), or fedwire, the days on which the Federal Reserve's wire service is closed.",
        "^(?:federal|fedwire)$",
        "fedwire");

    public static ListDefinition List { get; } = new(
        "holidays",
        [new("date", Descending: false), new("name", Descending: false)],
        [
            new("date", MemberType.DateIn(HolidayQuery.MinYear, HolidayQuery.MaxYear), Sortable: true),
            new("observed_date", MemberType.Date, Sortable: true),
            new("name", MemberType.Text, Sortable: true),
            new("scope", MemberType.Codes<HolidayScope>()),
        ]);

    public static SnapshotList<Holiday> Rows { get; } = new(
        ("date", holiday => holiday.Date.ToString("O", CultureInfo.InvariantCulture)),
        ("observed_date", holiday => holiday.ObservedDate.ToString("O", CultureInfo.InvariantCulture)),
        ("name", holiday => holiday.Name),
        ("scope", holiday => Json.Code<HolidayScope>.Of(holiday.Scope)));

    /// <summary>The holidays among which those that meet the filters are found.</summary>
    public static HolidayQuery Query(HolidayCalendar calendar, int? year, ListRequest request)
    {
        DateOnly? from = null, to = null;
        foreach (var filter in request.Filters.Where(filter => filter.Member == "date"))
        {
            var dates = filter.Values.Select(value => DateOnly.Parse(value, CultureInfo.InvariantCulture)).ToArray();
            if (filter.Operator is not (FilterOperator.Less or FilterOperator.LessOrEqual))
            {
                from = new[] { from, dates.Min() }.Max();
            }

            if (filter.Operator is not (FilterOperator.Greater or FilterOperator.GreaterOrEqual))
            {
                to = new[] { to, dates.Max() }.Min();
            }
        }

        return new(calendar, year, from, to);
    }
}
