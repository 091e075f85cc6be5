using System.Text.Json;
using LoApi.LoadGen.Client;

namespace LoApi.LoadGen.Payoffs;

/// <summary>Asks the service which user may act for which location.</summary>
internal sealed class LocationDiscovery(ApiClient client, int concurrency)
{
    /// <summary>A user's pages at most, so that a cursor that never ends does not either.</summary>
    private const int MaxPages = 100;

    /// <summary>Finds every active location of the users 1 to <paramref name="users"/>, with the first user who may act for it.</summary>
    /// <returns>In order of location id, numbers by value.</returns>
    /// <exception cref="RunImpossibleException">The service does not answer as the contract says, or no user has a location.</exception>
    public async Task<IReadOnlyList<ActingFor>> FindAsync(int users, CancellationToken cancellation)
    {
        var found = new IReadOnlyList<string>[users];
        var options = new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellation };
        await Parallel.ForAsync(0, users, options, async (user, stop) => found[user] = await LocationsOfAsync(user + 1, stop));

        var pairs = found
            .SelectMany((locations, user) => locations.Select(location => new ActingFor($"{user + 1}", location)))
            .DistinctBy(pair => pair.LocationId)
            .OrderBy(pair => pair.LocationId!.Length)
            .ThenBy(pair => pair.LocationId, StringComparer.Ordinal)
            .ToList();
        return pairs.Count > 0
            ? pairs
            : throw new RunImpossibleException(
                $"None of the users 1 to {users} has a location; is there data in the service, and is --users large enough?");
    }

    private async Task<IReadOnlyList<string>> LocationsOfAsync(int user, CancellationToken cancellation)
    {
        var ids = new List<string>();
        string? cursor = null;
        for (var page = 0; page < MaxPages; page++)
        {
            var path = "/api/v1/locations?limit=500" + (cursor is null ? "" : "&cursor=" + Uri.EscapeDataString(cursor));
            if (await PageAsync(path, user, cancellation) is not { } read)
            {
                return [];
            }

            ids.AddRange((read.Data ?? []).Where(row => row.Active is not false).Select(row => row.Id));
            if (read.NextCursor is null)
            {
                return ids;
            }

            cursor = read.NextCursor;
        }

        throw new RunImpossibleException($"The locations of user {user} do not end after {MaxPages} pages.");
    }

    /// <returns>Null when there is no such user, or none who may read locations.</returns>
    private async Task<LocationPage?> PageAsync(string path, int user, CancellationToken cancellation)
    {
        LocationPage? page = null;
        Answer answer;
        try
        {
            answer = await client.GetAsync(
                path,
                new ActingFor($"{user}"),
                async (body, stop) =>
                    page = await JsonSerializer.DeserializeAsync(body, ContractJson.Default.LocationPage, stop),
                cancellation);
        }
        catch (JsonException cause)
        {
            throw new RunImpossibleException($"GET {path} as user {user} gave no list of locations: {cause.Message}", cause);
        }

        return answer switch
        {
            { IsSuccess: true } => page ?? throw new RunImpossibleException($"GET {path} as user {user} gave null."),
            { Status: 403 or 404 } => null,
            { Status: 0 } => throw new RunImpossibleException($"GET {path} as user {user} got no answer: {answer.Reason}"),
            _ => throw new RunImpossibleException($"GET {path} as user {user} gave {answer.Status} {answer.Reason}"),
        };
    }
}
