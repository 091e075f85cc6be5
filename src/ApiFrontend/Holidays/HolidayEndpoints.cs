using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Binding;
using LoApi.ApiFrontend.Documentation;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Lists;
using LoApi.ApiFrontend.Representations;
using LoApi.Caching;
using LoApi.Clients;
using LoApi.Holidays;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Holidays;

/// <summary><c>/holidays</c>: the legal public holidays, computed from the statute.</summary>
internal static class HolidayEndpoints
{
    public static void MapHolidays(this IEndpointRouteBuilder api)
    {
        var holidays = api
            .MapGroup("/holidays")
            .WithTags("Holidays")
            .RequireAccess(ClientScope.ReferenceRead)
            .WithExample(HolidayExample.Value, ApiJson.Contract.Holiday);

        holidays.MapRead("/", ListHolidays)
            .WithName("ListHolidays")
            .WithSummary("The legal public holidays of 5 U.S.C. 6103, by date.")
            .WithListQuery(HolidayParameters.List, HolidayParameters.Year, HolidayParameters.Calendar);
    }

    private static async Task<Results<Representation<ListPage<Holiday>>, ApiProblem>> ListHolidays(
        ApiRequest request, IGrainFactory grains, ListReader lists, IOptions<CacheOptions> options)
    {
        var list = lists.Read(request.Http.Request, HolidayParameters.List, HolidayParameters.Year, HolidayParameters.Calendar);
        if (list.Failed)
        {
            return new ApiProblem(list.Failure);
        }

        var reader = new ParameterReader(request.Http.Request);
        var calendar = reader.OneOf<HolidayCalendar>(HolidayParameters.Calendar) ?? HolidayCalendar.Federal;
        var year = reader.Number(HolidayParameters.Year, HolidayQuery.MinYear, HolidayQuery.MaxYear);
        if (reader.Failure is { } failure)
        {
            return new ApiProblem(failure);
        }

        var rows = await grains.GetGrain<IHolidayGrain>(0).ListAsync(HolidayParameters.Query(calendar, year, list.Value.Request));
        var page = HolidayParameters.Rows.Page(rows, list.Value.Request);
        return new Representation<ListPage<Holiday>>(
            lists.Write(request.Http, list.Value, page), ApiJson.Contract.ListPageHoliday, CacheControl.OfReferenceData(options.Value));
    }
}
