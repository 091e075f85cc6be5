using LoApi.ApiFrontend.Audit;
using LoApi.ApiFrontend.Countries;
using LoApi.ApiFrontend.Franchises;
using LoApi.ApiFrontend.Holidays;
using LoApi.ApiFrontend.Locations;
using LoApi.ApiFrontend.NaicsCodes;
using LoApi.ApiFrontend.Payoffs;
using LoApi.ApiFrontend.Resources;
using LoApi.ApiFrontend.Statistics;
using LoApi.ApiFrontend.Users;

namespace LoApi.ApiFrontend;

internal static class ApiExtensions
{
    /// <summary>Maps every resource of version 1; each lives in a folder of its own.</summary>
    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1");

        api.MapCountries();
        api.MapHolidays();
        api.MapFranchises();
        api.MapNaicsCodes();
        api.MapLocations();
        api.MapUsers();
        api.MapPayoffs();
        api.MapPayoffDates();
        api.MapResource();
        api.MapAuditRecords();
        api.MapStats();
    }
}
