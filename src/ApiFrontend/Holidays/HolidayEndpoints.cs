using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Lists;
using LoApi.ApiFrontend.Reference;
using LoApi.ApiFrontend.Representations;
using LoApi.Holidays;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Holidays;

/// <summary><c>/holidays</c>: the legal public holidays, computed from the statute.</summary>
internal static class HolidayEndpoints
{
    public static void MapHolidays(this IEndpointRouteBuilder api)
    {
        var holidays = api.MapGroup("/holidays").WithTags("Holidays").RequireAccess("reference:read");

        holidays.MapRead("/", ListHolidays)
            .WithName("ListHolidays")
            .WithSummary("The legal public holidays of 5 U.S.C. 6103, by date.")
            .WithQuery(
                HolidayParameters.Year,
                HolidayParameters.Calendar,
                HolidayParameters.On,
                HolidayParameters.OnToo,
                HolidayParameters.From,
                HolidayParameters.After,
                HolidayParameters.To,
                HolidayParameters.Before,
                QueryParameter.Limit,
                QueryParameter.Cursor);
    }

    private static async Task<Results<Representation<ListPage<Holiday>>, ApiProblem>> ListHolidays(
        ApiRequest request, IGrainFactory grains, ListReader lists, IOptions<ReferenceOptions> options)
    {
        var query = HolidayParameters.Read(request.Http.Request);
        if (query.Failed)
        {
            return new ApiProblem(query.Failure);
        }

        var (calendar, year, from, to) = query.Value;
        var list = $"holidays?calendar={calendar}&year={year}&from={from:O}&to={to:O}";
        var window = lists.ReadWindow(request.Http.Request, list);
        if (window.Failed)
        {
            return new ApiProblem(window.Failure);
        }

        var rows = await grains.GetGrain<IHolidayGrain>(0).ListAsync(query.Value);
        var page = SnapshotPage.Of(rows, window.Value, holiday => $"{holiday.Date:O} {holiday.Name}");
        return new Representation<ListPage<Holiday>>(
            lists.Write(request.Http, list, page), ApiJson.Contract.ListPageHoliday, options.Value.CacheControl);
    }
}
