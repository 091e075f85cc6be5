using LoApi.PlainAspNet.Storage;
using Microsoft.EntityFrameworkCore;

namespace LoApi.PlainAspNet.Countries;

internal static class CountryEndpoints
{
    public static void MapCountries(this IEndpointRouteBuilder api) =>
        api.MapGet("/countries", ListCountries).RequireAuthorization("reference:read");

    private static async Task<IResult> ListCountries(LendingContext context, string? cursor, int limit = 50)
    {
        if (limit is < 1 or > 500)
        {
            return TypedResults.BadRequest();
        }

        var query = context.Countries.AsQueryable();
        if (Cursor.Read(cursor) is { } after)
        {
            query = query.Where(country => country.Alpha2.CompareTo(after) > 0);
        }

        var rows = await query
            .OrderBy(country => country.Alpha2)
            .Take(limit + 1)
            .Select(country => new CountryModel(
                country.Alpha2, country.Alpha3, country.NumericCode, country.CountryName, country.OfficialName, country.Region))
            .ToListAsync();
        return TypedResults.Ok(Page<CountryModel>.Of(rows, limit, country => country.Alpha2));
    }
}
