using LoApi.ApiFrontend.Authentication;
using LoApi.ApiFrontend.Documentation;
using LoApi.ApiFrontend.Errors;
using LoApi.ApiFrontend.Lists;
using LoApi.ApiFrontend.Reference;
using LoApi.ApiFrontend.Representations;
using LoApi.Clients;
using LoApi.Countries;
using LoApi.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LoApi.ApiFrontend.Countries;

/// <summary><c>/countries</c>: the countries and territories of ISO 3166-1.</summary>
internal static class CountryEndpoints
{
    public static void MapCountries(this IEndpointRouteBuilder api)
    {
        var countries = api
            .MapGroup("/countries")
            .WithTags("Countries")
            .RequireAccess(ClientScope.ReferenceRead)
            .AnswersFromMemory()
            .WithExample(CountryExample.Value, ApiJson.Contract.Country);

        countries.MapRead("/", ListCountries)
            .WithName("ListCountries")
            .WithSummary("The countries and territories of ISO 3166-1, by alpha-2 code.")
            .WithListQuery(CountryList.Definition);
        countries.MapRead("/{alpha2}", GetCountry)
            .WithName("GetCountry")
            .WithSummary("One country by its alpha-2 code, in capital letters.")
            .WithQuery();
    }

    private static Task<Results<Representation<ListPage<Country>>, ApiProblem>> ListCountries(
        ApiRequest request, ReferenceData<Country> countries, ListReader lists) =>
        countries.ListAsync(request.Http, lists, CountryList.Definition, CountryList.Rows, ApiJson.Contract.ListPageCountry);

    private static async Task<Results<Representation<Country>, ApiProblem>> GetCountry(
        ApiRequest request, string alpha2, ReferenceData<Country> countries)
    {
        var snapshot = await countries.GetAsync(request.Http);
        return snapshot.Find(alpha2, countries.CacheControl) is { } country
            ? country
            : new ApiProblem(new Failure(ProblemCode.NotFound, "No country has this alpha-2 code."));
    }
}
